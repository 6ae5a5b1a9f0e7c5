import type { AnyBody } from "@multipass-netbox/netbox-client";

/** Makes objects of a list of NetBox's API; gives the id of the first. */
export type Make = (path: string, ...bodies: readonly AnyBody[]) => Promise<number>;

/** Ids of the devices that the others stand on. */
export interface Devices {
  readonly server: number;
  readonly north: number;
  readonly south: number;
  readonly nameless: number;
}

/** Networks, addresses and services that no seed file could say in full. */
export async function makeNetwork(make: Make, { server, north, nameless }: Devices): Promise<void> {
  const port = { name: "eth0/1", type: "1000base-t" };
  const eth = await make("dcim/interfaces/", { ...port, device: server });
  const [twin, none] = [
    await make("dcim/interfaces/", { ...port, device: north }),
    await make("dcim/interfaces/", { ...port, device: nameless }),
  ];
  const region = await make("dcim/regions/", { name: "export", slug: "export" });
  const vrf = await make("ipam/vrfs/", { name: "export" });
  const prefix = "10.66.0.0/16";
  await make(
    "ipam/prefixes/",
    { prefix, scope_type: "dcim.region", scope_id: region, is_pool: true },
    { prefix, vrf, description: "in a VRF" },
  );
  const range = { start_address: "10.66.1.10/16", end_address: "10.66.1.20/16" };
  await make("ipam/ip-ranges/", range, { ...range, vrf });
  await make(
    "ipam/ip-addresses/",
    { address: "172.30.66.1/24", description: "in no prefix" },
    { address: "10.66.0.1/24", dns_name: "export.example", ...on(eth) },
    { address: "10.66.0.1/24", vrf },
    { address: "10.66.0.2/16", ...on(twin) },
    { address: "10.66.0.3/16", ...on(none), status: "reserved" },
    { address: "10.66.0.4/16", role: "anycast" },
    { address: "10.66.0.4/17", role: "anycast" },
    { address: "2001:db8:66::1/64" },
  );
  const web = { name: "web", parent_object_type: "dcim.device", parent_object_id: server };
  await make(
    "ipam/services/",
    { ...web, port_mappings: ["tcp/443", "udp/443"] },
    { ...web, name: "dns", port_mappings: ["udp/53"] },
    { ...web, parent_object_id: north, port_mappings: ["tcp/80"] },
  );
}

/** A virtual machine with an address of its own. */
export async function makeGuests(make: Make): Promise<void> {
  const type = await make("virtualization/cluster-types/", { name: "export", slug: "export" });
  const cluster = await make("virtualization/clusters/", {
    name: "export",
    type,
    scope_type: "dcim.site",
    scope_id: await make("dcim/sites/", { name: "export west", slug: "export-west" }),
  });
  const guest = await make("virtualization/virtual-machines/", {
    name: "export guest",
    cluster,
    vcpus: 0.07,
    memory: 2048,
  });
  const port = { virtual_machine: guest, name: "eth0" };
  await make("ipam/ip-addresses/", {
    address: "10.66.0.9/16",
    assigned_object_type: "virtualization.vminterface",
    assigned_object_id: await make("virtualization/interfaces/", port),
  });
  await make("ipam/services/", {
    name: "web",
    parent_object_type: "virtualization.virtualmachine",
    parent_object_id: guest,
    port_mappings: ["tcp/80"],
  });
}

function on(id: number): AnyBody {
  return { assigned_object_type: "dcim.interface", assigned_object_id: id };
}
