import { describe, expect, it } from "vitest";
import { type NetBoxStandIn, startNetBox45StandIn } from "../src/index.ts";
import { listed, make } from "./made.ts";
import { send } from "./send.ts";

// What follows from NetBox's documents and source, and from no recording of 4.5.2.

/** A device with an interface, an address on it that is its primary one, and a service. */
async function makeDevice(netbox: NetBoxStandIn): Promise<void> {
  await make(netbox, "dcim/sites/", { name: "S", slug: "s" });
  await make(netbox, "dcim/manufacturers/", { name: "M", slug: "m" });
  const type = { model: "T", slug: "t", manufacturer: { slug: "m" } };
  await make(netbox, "dcim/device-types/", type);
  await make(netbox, "dcim/device-roles/", { name: "R", slug: "r" });
  const device = {
    name: "d",
    site: { slug: "s" },
    device_type: { slug: "t" },
    role: { slug: "r" },
  };
  await make(netbox, "dcim/devices/", device);
  await make(netbox, "dcim/interfaces/", { device: { name: "d" }, name: "eth0", type: "virtual" });
  const assigned = { assigned_object_type: "dcim.interface", assigned_object_id: 1 };
  await make(netbox, "ipam/ip-addresses/", { address: "10.0.0.1/24", ...assigned });
  await send(netbox, "PATCH", "dcim/devices/1/", { primary_ip4: 1 });
  const parent = { parent_object_type: "dcim.device", parent_object_id: 1 };
  const service = { ...parent, name: "ssh", protocol: "tcp", ports: [22], ipaddresses: [1] };
  await make(netbox, "ipam/services/", service);
}

describe("deleting", () => {
  it("a device takes its interfaces, their addresses, its services and its journal along", async () => {
    await using netbox = await startNetBox45StandIn();
    await makeDevice(netbox);
    const assigned = { assigned_object_type: "dcim.device", assigned_object_id: 1 };
    await make(netbox, "extras/journal-entries/", { ...assigned, comments: "seen" });
    const answer = await send(netbox, "DELETE", "dcim/devices/1/", { changelog_message: "gone" });
    const id = String(answer.headers.get("x-request-id"));
    const { body } = await send(netbox, "GET", `core/object-changes/?request_id=${id}&ordering=id`);
    const { results } = body as { readonly results: readonly Readonly<Record<string, unknown>>[] };

    expect(answer.status).toBe(204);
    expect(results.map((change) => [change["changed_object_type"], change["message"]])).toEqual([
      ["extras.journalentry", ""],
      ["ipam.ipaddress", ""],
      ["dcim.interface", ""],
      ["ipam.service", ""],
      ["dcim.device", "gone"],
    ]);
    expect(await listed(netbox, "ipam/ip-addresses/")).toEqual([]);
    expect(await listed(netbox, "ipam/services/")).toEqual([]);
  });

  it("an address lets go of it what it was the primary one of", async () => {
    await using netbox = await startNetBox45StandIn();
    await makeDevice(netbox);
    const { status } = await send(netbox, "DELETE", "ipam/ip-addresses/", [
      { id: 1, changelog_message: "moved" },
    ]);

    expect(status).toBe(204);
    expect(await send(netbox, "GET", "dcim/devices/1/")).toMatchObject({
      body: { primary_ip4: null, primary_ip: null },
    });
    expect(await listed(netbox, "ipam/services/", "ipaddresses")).toEqual([[]]);
    expect(await listed(netbox, "core/object-changes/?action=delete", "message")).toEqual([
      "moved",
    ]);
  });

  it("a tag takes it off what has it, a custom field its values", async () => {
    await using netbox = await startNetBox45StandIn();
    await make(netbox, "extras/tags/", { name: "t", slug: "t" });
    const field = { name: "x", type: "text", object_types: ["dcim.site"] };
    await make(netbox, "extras/custom-fields/", field);
    const site = { name: "S", slug: "s", tags: [{ slug: "t" }], custom_fields: { x: "1" } };
    await make(netbox, "dcim/sites/", site);
    await send(netbox, "DELETE", "extras/tags/1/");
    await send(netbox, "DELETE", "extras/custom-fields/1/");
    await make(netbox, "extras/custom-fields/", field);

    expect(await send(netbox, "GET", "dcim/sites/1/")).toMatchObject({
      body: { tags: [], custom_fields: { x: null } },
    });
  });

  it("what protects itself in the middle of a bulk takes all of it back", async () => {
    await using netbox = await startNetBox45StandIn();
    await makeDevice(netbox);
    await make(netbox, "dcim/sites/", { name: "A", slug: "a" });
    const { status } = await send(netbox, "DELETE", "dcim/sites/", [{ id: 1 }, { id: 2 }]);

    expect(status).toBe(409);
    expect(await listed(netbox, "dcim/sites/?ordering=id")).toEqual([1, 2]);
    expect(await listed(netbox, "core/object-changes/?action=delete")).toEqual([]);
  });
});

describe("clusters and virtual machines", () => {
  it("protect each other upwards", async () => {
    await using netbox = await startNetBox45StandIn();
    await make(netbox, "virtualization/cluster-types/", { name: "T", slug: "t" });
    await make(netbox, "virtualization/clusters/", { name: "C", type: { slug: "t" } });
    const machine = { name: "vm", cluster: { name: "C" }, vcpus: 2, memory: 4096 };
    await make(netbox, "virtualization/virtual-machines/", machine);

    expect(await send(netbox, "DELETE", "virtualization/clusters/1/")).toMatchObject({
      status: 409,
      body: { detail: "Unable to delete object. 1 dependent objects were found: vm (1)" },
    });
    expect(
      await listed(netbox, "virtualization/virtual-machines/?cluster=C&brief=true", "name"),
    ).toEqual(["vm"]);
  });
});

describe("lists of what can't be made here", () => {
  it("are empty, and their filters no others than NetBox's", async () => {
    await using netbox = await startNetBox45StandIn();

    expect(await listed(netbox, "dcim/power-ports/?device_id=1&limit=1000&ordering=id")).toEqual(
      [],
    );
    expect(await send(netbox, "GET", "dcim/power-ports/?site=s")).toMatchObject({ status: 501 });
    expect(await send(netbox, "POST", "dcim/power-ports/", {})).toMatchObject({ status: 501 });
  });
});

describe("users, groups and permissions", () => {
  it("know each other, and no password is ever answered", async () => {
    await using netbox = await startNetBox45StandIn();
    await make(netbox, "users/groups/", { name: "readers" });
    const account = { username: "ann", password: "Password-12345", groups: [1] };
    const made = await send(netbox, "POST", "users/users/", account);
    const permission = { name: "view", object_types: ["dcim.site"], actions: ["view"] };
    await make(netbox, "users/permissions/", { ...permission, groups: [1], users: [2] });

    expect(JSON.stringify(made.body)).not.toContain("Password");
    expect(await send(netbox, "GET", "users/users/2/")).toMatchObject({
      body: { groups: [{ id: 1, name: "readers" }], permissions: [{ id: 1, name: "view" }] },
    });
    expect(await listed(netbox, "users/permissions/?user=ann")).toEqual([1]);
    expect(await listed(netbox, "users/users/?group=readers", "username")).toEqual(["ann"]);
    await send(netbox, "PATCH", "users/groups/1/", { permissions: [] });
    expect(await listed(netbox, "users/permissions/", "groups")).toEqual([[]]);
    await send(netbox, "DELETE", "users/users/2/");
    expect(await listed(netbox, "users/permissions/", "users")).toEqual([[]]);
  });
});
