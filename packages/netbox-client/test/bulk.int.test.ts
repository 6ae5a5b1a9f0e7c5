import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createNetBoxClient,
  type ItemOutcome,
  type NetBoxClient,
} from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { catchBulk } from "./catch-bulk.ts";

let netbox: NetBoxClient;
beforeAll(() => {
  netbox = createNetBoxClient(injectRealNetBox());
});
afterAll(() => netbox[Symbol.asyncDispose]());

describe("one bad item in a bulk of 200, on NetBox 4.7", () => {
  it("of a plain kind is named, and the 199 others are there", async () => {
    const bodies = Array.from({ length: 200 }, (_, index) => ({
      name: `Bulk int ${index}`,
      slug: index === 137 ? "no slug" : `bulk-int-${index}`,
    }));
    const error = await catchBulk(netbox.manufacturers.create(bodies));

    expect(error.message).toContain("199 of 200 done, 1 failed, 0 unknown, 0 not attempted");
    expect(error.outcomes[137]).toMatchObject({
      status: "failed",
      code: "NETBOX_VALIDATION",
      fieldErrors: [{ field: "slug" }],
    });
    const found = await netbox.manufacturers.list({ slug__isw: "bulk-int-" }, { fields: ["slug"] });
    const slugs = new Map(found.map(({ id, slug }) => [id, slug]));
    expect(found).toHaveLength(199);
    expect(doneIds(error.outcomes).map((id) => slugs.get(id))).toEqual(
      bodies.flatMap(({ slug }) => (slug === "no slug" ? [] : [slug])),
    );
    await netbox.manufacturers.delete(found.map(({ id }) => id));
    expect(await netbox.manufacturers.count({ slug__isw: "bulk-int-" })).toBe(0);
  });

  it("of devices is named, and the 199 others are there", async () => {
    const parts = await makeDeviceParts("bulk-int");
    const bodies = Array.from({ length: 200 }, (_, index) => ({
      ...parts,
      name: `bulk-int-${index}`,
      ...(index === 61 ? { role: 999_999 } : {}),
    }));
    const error = await catchBulk(netbox.devices.create(bodies));

    expect(error.message).toContain("199 of 200 done, 1 failed");
    expect(error.outcomes[61]).toMatchObject({
      status: "failed",
      fieldErrors: [{ field: "role" }],
    });
    const ids = doneIds(error.outcomes);
    expect(await netbox.devices.count({ name__isw: "bulk-int-" })).toBe(199);

    const changes = ids.map((id, index) => ({
      id,
      ...(index === 120 ? { status: "nope" } : { description: `number ${index}` }),
    }));
    const refused = await catchBulk(netbox.devices.update(changes));
    expect(refused.outcomes.filter(({ status }) => status === "done")).toHaveLength(198);
    expect(refused.outcomes[120]).toMatchObject({ status: "failed", id: ids[120] });
    await netbox.devices.delete(ids);
  });
});

describe("a bulk delete", () => {
  it("names the ids that are not there and what others stand on; the rest is gone", async () => {
    const { objects } = await netbox.tenantGroups.create(
      ["a", "b", "c"].map((name) => ({ name: `Bulk gone ${name}`, slug: `bulk-gone-${name}` })),
    );
    const ids = objects.map(({ id }) => id);
    const manufacturer = await makeManufacturer("bulk-protected");
    const error = await catchBulk(netbox.tenantGroups.delete([...ids, 999_999]));

    expect(error.outcomes.map(({ status }) => status)).toEqual(["done", "done", "done", "failed"]);
    expect(error.outcomes[3]).toMatchObject({ code: "NETBOX_NOT_FOUND", id: 999_999 });

    const type = { manufacturer, model: "Bulk protected", slug: "bulk-protected" };
    await netbox.deviceTypes.create([type]);
    const refused = await catchBulk(netbox.manufacturers.delete([manufacturer]));
    expect(refused.outcomes).toMatchObject([{ status: "failed", code: "NETBOX_CONFLICT" }]);
  });

  it("says why in the change log", async () => {
    const id = await makeManufacturer("bulk-logged");
    const changelogMessage = "no longer made";
    const { outcomes } = await netbox.manufacturers.delete([id], { changelogMessage });
    const [outcome] = outcomes as readonly { readonly requestId?: string }[];

    const changes = await netbox.objectChanges.list({ request_id: outcome?.requestId ?? "" });
    expect(changes).toMatchObject([{ message: changelogMessage, action: { value: "delete" } }]);
  });
});

describe("an update of what somebody changed meanwhile", () => {
  it("is refused for that object alone", async () => {
    const ids = [await makeManufacturer("guard-a"), await makeManufacturer("guard-b")];
    const seen = await netbox.manufacturers.list({ id: ids });
    await netbox.manufacturers.update([{ id: ids[0] ?? 0, description: "theirs" }]);
    const changes = ids.map((id) => ({ id, description: "ours" }));
    const error = await catchBulk(netbox.manufacturers.update(changes, { ifUnchanged: seen }));

    expect(error.outcomes).toMatchObject([
      { status: "failed", code: "NETBOX_CONFLICT", id: ids[0] },
      { status: "done", id: ids[1] },
    ]);
    const now = await netbox.manufacturers.list({ id: ids });
    expect(now.map(({ description }) => description)).toEqual(["theirs", "ours"]);
  });
});

async function makeManufacturer(slug: string): Promise<number> {
  const { objects } = await netbox.manufacturers.create([{ name: slug, slug }]);
  return objects[0]?.id ?? 0;
}

async function makeDeviceParts(slug: string) {
  const [site] = (await netbox.sites.create([{ name: slug, slug }])).objects;
  const [role] = (await netbox.deviceRoles.create([{ name: slug, slug }])).objects;
  const manufacturer = await makeManufacturer(slug);
  const [type] = (await netbox.deviceTypes.create([{ manufacturer, model: slug, slug }])).objects;
  return { site: site?.id ?? 0, role: role?.id ?? 0, device_type: type?.id ?? 0 };
}

function doneIds(outcomes: readonly ItemOutcome<unknown>[]): readonly number[] {
  return outcomes.flatMap((outcome) => (outcome.status === "done" ? [outcome.id] : []));
}
