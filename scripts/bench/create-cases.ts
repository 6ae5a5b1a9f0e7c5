import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Arena } from "./open-arena.ts";

/** One kind of object to create, in everybody's words. */
export interface CreateCase {
  readonly name: string;
  readonly path: string;
  readonly pynetboxEndpoint: string;
  readonly table: string;
  readonly bodies: readonly object[];
  /** How many times as long pynetbox has to take, one by one. */
  readonly oneByOneTarget: number;
  readonly create: (
    client: NetBoxClient,
    bodies: readonly object[],
  ) => Promise<{ readonly objects: readonly unknown[] }>;
}

/** Makes what the objects need, and gives the bodies that point to it. */
export async function loadCreateCases({ raw }: Arena): Promise<readonly CreateCase[]> {
  const make = async (path: string, body: object): Promise<number> =>
    ((await raw.post(path, body)) as { readonly id: number }).id;
  const tenant = await make("tenancy/tenants/", named("bench-tenant"));
  const site = await make("dcim/sites/", named("bench-site"));
  const role = await make("dcim/device-roles/", named("bench-role"));
  const manufacturer = await make("dcim/manufacturers/", named("bench-maker"));
  const types = await Promise.all(
    Array.from({ length: 7 }, (_, index) =>
      make("dcim/device-types/", { ...typed(`bench-type-${index}`), manufacturer }),
    ),
  );
  const device = await make("dcim/devices/", { name: "bench", site, role, device_type: types[0] });
  return [
    addresses(tenant),
    services(device),
    // Last, because removing them removes the device of the services as well.
    devices({ tenant, site, role }, types),
  ];
}

function addresses(tenant: number): CreateCase {
  return {
    name: "addresses",
    path: "ipam/ip-addresses/",
    pynetboxEndpoint: "ipam.ip_addresses",
    table: "ipam_ipaddress",
    oneByOneTarget: 2,
    bodies: Array.from({ length: 300 }, (_, index) => ({
      address: `10.10.${Math.floor(index / 250)}.${(index % 250) + 1}/16`,
      status: "active",
      tenant,
      dns_name: `host-${index}.example.org`,
    })),
    create: (client, bodies) => client.ipAddresses.create(bodies as never),
  };
}

function services(device: number): CreateCase {
  return {
    name: "services",
    path: "ipam/services/",
    pynetboxEndpoint: "ipam.services",
    table: "ipam_service",
    oneByOneTarget: 2,
    bodies: Array.from({ length: 100 }, (_, index) => ({
      name: `service-${index}`,
      parent_object_type: "dcim.device",
      parent_object_id: device,
      port_mappings: [`tcp/${8000 + index}`],
    })),
    create: (client, bodies) => client.services.create(bodies as never),
  };
}

/** Of several types, as devices are: NetBox counts the devices of each and locks it meanwhile. */
function devices(common: object, types: readonly number[]): CreateCase {
  return {
    name: "devices",
    path: "dcim/devices/",
    pynetboxEndpoint: "dcim.devices",
    table: "dcim_device",
    oneByOneTarget: 1.8,
    bodies: Array.from({ length: 100 }, (_, index) => ({
      name: `device-${index}`,
      status: "active",
      ...common,
      device_type: types[(index * 3) % types.length],
    })),
    create: (client, bodies) => client.devices.create(bodies as never),
  };
}

function typed(model: string): object {
  return { model, slug: model };
}

function named(name: string): object {
  return { name, slug: name };
}
