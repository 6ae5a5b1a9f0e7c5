import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { describe, expect, it } from "vitest";
import { buildSeed, buildOrphanError, loadOrphans, loadOwned, planPrune } from "../src/index.ts";
import { openStandIn } from "./seeded-stand-in.ts";
import { planUndoOf, runSeed, undo } from "./undo-runs.ts";

const base = `
manufacturers: [{ name: M, slug: m }]
device-types: [{ model: T, slug: t, manufacturer: m }]
device-roles: [{ name: R, slug: r }]
sites: [{ name: S, slug: s }]
`;
const field = (types: string): string =>
  `custom-fields: [{ name: rv_owner, type: text, object_types: [${types}] }]\n`;
const acme = (value: string): string => `tenants: [{ name: Acme, slug: acme${value} }]\n`;

async function orphansOfPrune(client: NetBoxClient, text: string): Promise<string> {
  const inventory = await loadOwned(client);
  const { objects } = buildSeed([{ name: "seed.yaml", text }]);
  const plan = planPrune(objects, inventory, { target: client.url });
  return buildOrphanError(await loadOrphans(client, plan, { inventory })).message;
}

describe("what a prune would unlink", () => {
  it("is named: the platform of a foreign device, the group of a foreign tenant", async () => {
    await using lab = await openStandIn();
    const { client } = lab;
    const extra = "platforms: [{ name: P, slug: p }]\ntenant-groups: [{ name: G, slug: g }]\n";
    await runSeed(client, base + extra);
    const [[platform], [group]] = [await client.platforms.list(), await client.tenantGroups.list()];
    expect(await orphansOfPrune(client, base)).not.toContain("unlinked");
    await client.devices.create([
      {
        name: "theirs",
        role: { slug: "r" },
        device_type: { slug: "t" },
        site: { slug: "s" },
        platform: platform?.id,
      },
    ]);
    await client.tenants.create([{ name: "Theirs", slug: "theirs", group: group?.id }]);

    const message = await orphansOfPrune(client, base);
    expect(message).toMatch(/platform p would be unlinked from dcim\/devices\/\d+\/ \(theirs\)/);
    expect(message).toMatch(
      /tenant-group g would be unlinked from tenancy\/tenants\/\d+\/ \(Theirs\)/,
    );
  });

  it("is not what an undo itself points elsewhere first", async () => {
    await using lab = await openStandIn();
    await runSeed(lab.client, "tenants: [{ name: Acme, slug: acme }]\n");
    const run = await runSeed(
      lab.client,
      "tenant-groups: [{ name: G, slug: g }]\ntenants: [{ name: Acme, slug: acme, group: g }]\n",
    );
    expect((await planUndoOf(lab.client, run)).orphans).toEqual([]);
    expect((await undo(lab.client, run)).failure).toBeUndefined();
    const [tenant] = await lab.client.tenants.list();
    expect(tenant?.group).toBeNull();
  });
});

describe("an undo that takes a type off a custom field", () => {
  it("names the values of others that would go", async () => {
    await using lab = await openStandIn();
    await runSeed(lab.client, field("dcim.site"));
    const grown = await runSeed(lab.client, field("dcim.site, tenancy.tenant"));
    expect((await planUndoOf(lab.client, grown)).orphans).toEqual([]);
    await lab.client.tenants.create([
      { name: "Theirs", slug: "theirs", custom_fields: { rv_owner: "a person" } },
    ]);
    const { orphans } = await planUndoOf(lab.client, grown);

    expect(orphans).toEqual([
      {
        cause: "custom-field rv_owner",
        loss: expect.stringMatching(/^its value on tenancy\/tenants\/\d+\/ \(Theirs\)$/) as string,
        effect: "deleted",
      },
    ]);
  });

  it("does not mind values that it deletes or clears itself", async () => {
    await using lab = await openStandIn();
    await runSeed(lab.client, field("dcim.site") + acme(""));
    const grown = await runSeed(
      lab.client,
      field("dcim.site, tenancy.tenant") + acme(", custom_fields: { rv_owner: us }"),
    );
    expect((await planUndoOf(lab.client, grown)).orphans).toEqual([]);
    expect((await undo(lab.client, grown)).failure).toBeUndefined();
  });
});
