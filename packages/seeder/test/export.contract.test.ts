import { operationsOf } from "@multipass-netbox/core";
import type { AnyBody, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { RecordedVersion } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import {
  buildExport,
  buildSeed,
  describeOmission,
  type FoundKind,
  loadEverything,
  loadInventory,
  planSeed,
} from "@multipass-netbox/seeder";
import type { NetBoxObject } from "../src/field-codec.ts";
import { kinds } from "../src/kinds.ts";
import { planExport } from "./plan-export.ts";
import { listRecordedObjects } from "./recorded-objects.ts";
import { openStandIn, seed } from "./seeded-stand-in.ts";

const source = "http://netbox.test/netbox";

describe.each([
  [
    "4.5.2",
    [
      "prefix 10.98.0.0/24 (id 2), site: is a dcim.device, which seed files can't name here",
      "device r2d2automaker (id 1): its name stands for 2 objects (ids 1, 3)",
      "interface r2d2automaker/eth0 (id 1): device: device r2d2automaker is left out",
      "service x (TCP/1) (id 1): seed files describe only those with parent_object_type=dcim.device",
    ],
  ],
  ["4.7.3", ["token admin/ (id 4): description: must not be empty"]],
] as const)("everything that NetBox %s was recorded to hold", (version, leftOut) => {
  const found = listRecorded(version);
  const result = buildExport(found, { source });

  it("is written as seed files that plan to nothing", () => {
    expect(planExport(result, found)).toEqual([]);
    expect(result.files.length).toBeGreaterThan(15);
  });

  it("is left out by name where it can't be said", () => {
    expect(result.leftOut.map(describeOmission)).toEqual(expect.arrayContaining([...leftOut]));
  });

  it("gives no secret away", () => {
    expect(result.document).not.toMatch(/nbt_|password|secret:|token:/);
  });
});

describe("a NetBox 4.5 that we seeded and others use too", () => {
  it("is read with a list per kind, and its export leaves nothing to do", async () => {
    await using lab = await openStandIn();
    const { client, netbox } = lab;
    await seed(client);
    await addForeign(client);
    const before = netbox.requests.length;

    const { files, document, leftOut } = buildExport(await loadEverything(client), { source });
    const paths = netbox.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
    // Of five kinds the objects outside of what seed files describe are looked for as well.
    expect(paths).toHaveLength(kinds.length + 5);
    expect(new Set(paths).size).toBe(kinds.length);

    expect(document).toContain("name: multipass-kong");
    expect(document).not.toContain("- multipass-netbox");
    const { objects } = buildSeed(files);
    const plan = planSeed(objects, await loadInventory(client, objects), { target: client.url });
    expect(operationsOf(plan)).toEqual([]);
    expect(leftOut.map(describeOmission)).toEqual([
      expect.stringMatching(/^device without a name \(id \d+\): name: is missing$/),
      expect.stringMatching(
        /^ip-address 10\.9\.0\.5\/24 \(id \d+\), interface: is a virtualization/,
      ),
      "token admin/ (id 1): description: must not be empty",
    ]);
  });
});

async function addForeign(client: NetBoxClient): Promise<void> {
  const make = async (path: string, ...bodies: readonly AnyBody[]): Promise<number> => {
    const { objects } = await client.endpoint(path).create(bodies);
    return objects[0]?.id ?? 0;
  };
  const site = await make("dcim/sites/", { name: "Theirs", slug: "theirs" });
  const [type] = await client.deviceTypes.list();
  const [role] = await client.deviceRoles.list();
  const place = { site, device_type: type?.id, role: role?.id };
  await make("dcim/devices/", place, { ...place, name: "theirs" });
  const guest = await make("virtualization/virtual-machines/", { name: "guest", site });
  const port = { name: "eth0", virtual_machine: guest };
  await make("ipam/ip-addresses/", {
    address: "10.9.0.5/24",
    assigned_object_type: "virtualization.vminterface",
    assigned_object_id: await make("virtualization/interfaces/", port),
  });
}

/** The last answer about each object. */
function listRecorded(version: RecordedVersion): readonly FoundKind[] {
  const byKind = Map.groupBy(listRecordedObjects(version), ({ kind }) => kind.name);
  return kinds.map(({ name }) => {
    const last = new Map((byKind.get(name) ?? []).map(({ object }) => [object["id"], object]));
    const { objects = [], outside = [] } = Object.groupBy(last.values(), (object) =>
      isWithin(object) ? "objects" : "outside",
    );
    return { kind: name, objects, outside };
  });
}

// What the filters `within` of the kinds ask NetBox for.
function isWithin(object: NetBoxObject): boolean {
  const { vrf = null, parent_object_type: parent = "dcim.device" } = object;
  return vrf === null && parent === "dcim.device";
}
