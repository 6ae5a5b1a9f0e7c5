import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { openWire, type Wire } from "@multipass-netbox/testkit";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";

const real = injectRealNetBox();

let wire: Wire;
let netbox: NetBoxClient;
beforeAll(async () => {
  wire = await openWire(real.url);
  netbox = createNetBoxClient({ url: wire.url, token: real.token });
});
afterAll(async () => {
  await netbox[Symbol.asyncDispose]();
  await wire[Symbol.asyncDispose]();
});

describe("a write whose answer is lost", () => {
  it("is found in the change log, object by object, and never sent again", async () => {
    wire.losesAnswersTo = "lost-a-";
    const bodies = Array.from({ length: 60 }, (_, index) => ({
      name: `lost-a-${index}`,
      slug: `lost-a-${index}`,
    }));
    const { objects, outcomes } = await netbox.manufacturers.create(bodies);

    expect(objects.map(({ slug }) => slug)).toEqual(bodies.map(({ slug }) => slug));
    expect(outcomes.every(({ status }) => status === "done")).toBe(true);
    wire.losesAnswersTo = undefined;
    expect(await netbox.manufacturers.count({ slug__isw: "lost-a-" })).toBe(60);
  });

  it("of services, which NetBox would take twice, is found as well", async () => {
    const vm = await makeVirtualMachine();
    wire.losesAnswersTo = "lost-s-";
    const bodies = [1, 2, 3].map((port) => ({
      name: `lost-s-${port}`,
      parent_object_type: "virtualization.virtualmachine" as const,
      parent_object_id: vm,
      port_mappings: [`tcp/${port}`],
    }));
    const { objects } = await netbox.services.create(bodies);

    wire.losesAnswersTo = undefined;
    expect(objects.map(({ name }) => name)).toEqual(["lost-s-1", "lost-s-2", "lost-s-3"]);
    expect(await netbox.services.count({ virtual_machine_id: vm })).toBe(3);
  });

  it("of devices is found among the changes of all the interfaces that NetBox makes for them", async () => {
    const parts = await makeDeviceParts({ interfaces: 50 });
    wire.losesAnswersTo = "lost-d-";
    const bodies = Array.from({ length: 25 }, (_, index) => ({
      ...parts,
      name: `lost-d-${index}`,
    }));
    const { objects } = await netbox.devices.create(bodies);

    wire.losesAnswersTo = undefined;
    expect(objects.map(({ name }) => name)).toEqual(bodies.map(({ name }) => name));
    expect(await netbox.devices.count({ name__isw: "lost-d-" })).toBe(25);
  });

  it("of a change and of a deletion is settled by what NetBox holds", async () => {
    const { objects } = await netbox.tags.create([{ name: "lost-t", slug: "lost-t" }]);
    const id = objects[0]?.id ?? 0;
    wire.losesAnswersTo = "lost-change";
    const changed = await netbox.tags.update([{ id, description: "lost-change" }]);
    expect(changed.objects).toMatchObject([{ id, description: "lost-change" }]);

    wire.losesAnswersTo = "lost-delete";
    await netbox.tags.delete([id], { changelogMessage: "lost-delete" });
    wire.losesAnswersTo = undefined;
    expect(await netbox.tags.list({ id })).toEqual([]);
  });

  it("of an allocation is found by its claim", async () => {
    await makeClaimField();
    const { objects } = await netbox.prefixes.create([{ prefix: "10.88.7.0/29" }]);
    const prefixId = objects[0]?.id ?? 0;
    wire.losesAnswersTo = "available-ips";
    const claim = await netbox.allocateOnce({ prefixId, claimKey: "lost/web", count: 2 });
    wire.losesAnswersTo = undefined;

    expect(claim.addresses.map(({ address }) => address)).toEqual(["10.88.7.1/29", "10.88.7.2/29"]);
    const again = await netbox.allocateOnce({ prefixId, claimKey: "lost/web", count: 2 });
    expect(again).toEqual({ addresses: claim.addresses, isNew: false });
  });
});

describe("allocateOnce", () => {
  it("gives 10 addresses to 20 callers at once with 10 claim keys", async () => {
    await makeClaimField();
    const { objects } = await netbox.prefixes.create([{ prefix: "10.88.8.0/28" }]);
    const prefixId = objects[0]?.id ?? 0;
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        netbox.allocateOnce({ prefixId, claimKey: `twenty/${index % 10}` }),
      ),
    );
    const addresses = claims.map((claim) => claim.addresses[0]?.address);

    expect(new Set(addresses).size).toBe(10);
    expect(addresses.slice(0, 10)).toEqual(addresses.slice(10));
    expect(await netbox.ipAddresses.count({ parent: "10.88.8.0/28" })).toBe(10);
  });

  it("finds a claim of several again, whichever way its field compares", async () => {
    await makeClaimField();
    const { objects } = await netbox.prefixes.create([{ prefix: "10.88.10.0/28" }]);
    const wish = { prefixId: objects[0]?.id ?? 0, claimKey: "compared", count: 2 };
    const first = await netbox.allocateOnce(wish);
    const [field] = await netbox.customFields.list({ name: "claim_key" });
    for (const logic of ["exact", "loose"]) {
      await netbox.customFields.update([{ id: field?.id ?? 0, filter_logic: logic }]);

      expect(await netbox.allocateOnce(wish)).toEqual({ ...first, isNew: false });
      await expect(netbox.allocateOnce({ ...wish, count: 1 })).rejects.toMatchObject({
        code: "NETBOX_CONFLICT",
      });
    }
  });

  it("stays out of child prefixes and ranges when asked, and says when nothing is left", async () => {
    await makeClaimField();
    const { objects } = await netbox.prefixes.create([
      { prefix: "10.88.9.0/28" },
      { prefix: "10.88.9.4/30" },
    ]);
    await netbox.ipRanges.create([
      { start_address: "10.88.9.8/28", end_address: "10.88.9.13/28", status: "reserved" },
    ]);
    const prefixId = objects[0]?.id ?? 0;
    const leaveOut = ["child-prefixes", "ranges"] as const;
    const free = await netbox.listAvailableIps(prefixId, { leaveOut });
    expect(free.map(({ address }) => address)).toEqual([
      "10.88.9.1/28",
      "10.88.9.2/28",
      "10.88.9.3/28",
      "10.88.9.14/28",
    ]);
    // NetBox itself counts both as free.
    expect(await netbox.listAvailableIps(prefixId)).toHaveLength(14);

    const claim = await netbox.allocateOnce({ prefixId, claimKey: "out/of", count: 4, leaveOut });
    expect(claim.addresses.map(({ address }) => address)).toEqual(
      free.map(({ address }) => address),
    );
    await expect(
      netbox.allocateOnce({ prefixId, claimKey: "out/more", leaveOut }),
    ).rejects.toMatchObject({ code: "NETBOX_EXHAUSTED" });
  });
});

async function makeClaimField(): Promise<void> {
  if ((await netbox.customFields.count({ name: "claim_key" })) === 0) {
    await netbox.customFields.create([
      { name: "claim_key", type: "text", object_types: ["ipam.ipaddress"], unique: true },
    ]);
  }
}

async function makeVirtualMachine(): Promise<number> {
  const [site] = (await netbox.sites.create([{ name: "lost-site", slug: "lost-site" }])).objects;
  const { objects } = await netbox.virtualMachines.create([
    { name: "lost-vm", site: site?.id ?? 0 },
  ]);
  return objects[0]?.id ?? 0;
}

async function makeDeviceParts({ interfaces }: { readonly interfaces: number }) {
  const named = { name: "lost-parts", slug: "lost-parts" };
  const [site] = (await netbox.sites.create([named])).objects;
  const [role] = (await netbox.deviceRoles.create([named])).objects;
  await netbox.manufacturers.create([named]);
  const type = { manufacturer: { slug: named.slug }, model: "lost", slug: "lost" };
  const [deviceType] = (await netbox.deviceTypes.create([type])).objects;
  const templates = Array.from({ length: interfaces }, (_, index) => ({
    device_type: deviceType?.id,
    name: `e${index}`,
    type: "virtual",
  }));
  await netbox.endpoint("dcim/interface-templates/").create(templates);
  return { site: site?.id ?? 0, role: role?.id ?? 0, device_type: deviceType?.id ?? 0 };
}
