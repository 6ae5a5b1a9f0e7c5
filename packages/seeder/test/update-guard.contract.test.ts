import { applyPlan } from "@multipass-netbox/core";
import { createSeedExecutor, Inventory, type SeedOperation } from "@multipass-netbox/seeder";
import { expect, it } from "vitest";
import { kindOf } from "../src/kinds.ts";
import { openStandIn } from "./seeded-stand-in.ts";

it("an object without the time of its last change leaves the guard of the others in place", async () => {
  await using lab = await openStandIn();
  const names = ["guarded", "open"];
  const { objects } = await lab.client.tenants.create(
    names.map((name) => ({ name, slug: name, description: "before" })),
  );
  const inventory = new Inventory();
  for (const { last_updated: time, ...object } of objects) {
    inventory.add(
      kindOf("tenant"),
      object.slug === "open" ? object : { ...object, last_updated: time },
    );
  }
  const [guarded] = objects;
  await lab.client.tenants.update([{ id: guarded?.id ?? 0, description: "by somebody else" }]);

  const operations = names.map(updateTenant);
  const { receipt } = await applyPlan(
    { target: lab.client.url, levels: [operations] },
    {
      execute: createSeedExecutor({ client: lab.client, inventory }),
      journal: { append: () => undefined },
    },
  );
  expect(receipt.failed).toMatchObject([{ operation: "update tenant guarded" }]);
  const [kept] = await lab.client.tenants.list({ slug: "guarded" });
  expect(kept).toMatchObject({ description: "by somebody else" });
});

function updateTenant(key: string): SeedOperation {
  return {
    action: "update",
    kind: "tenant",
    key,
    before: { description: "before" },
    after: { description: "after" },
  };
}
