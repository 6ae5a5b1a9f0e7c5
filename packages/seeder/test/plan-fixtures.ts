import { operationsOf } from "@multipass-netbox/core";
import { buildSeed, describeOperation, Inventory, planSeed } from "@multipass-netbox/seeder";
import type { KindName } from "../src/kind-name.ts";
import { kindOf } from "../src/kinds.ts";

export const target = "http://netbox.test/netbox";
export const ourTag = [{ id: 1, name: "multipass-netbox", slug: "multipass-netbox" }];
export const { objects } = buildSeed([
  {
    name: "seed.yaml",
    text: `
tenants:
  - { name: Acme, slug: acme, description: A client }
sites:
  - { name: Home, slug: home, tenant: acme, time_zone: Europe/Paris }
manufacturers: [{ name: M, slug: m }]
device-types: [{ model: T, slug: t, manufacturer: m }]
device-roles: [{ name: R, slug: r }]
devices:
  - { name: vm, device_type: t, role: r, site: home, primary_ip4: 10.0.0.5/24 }
interfaces:
  - { device: vm, name: eth0, type: virtual }
ip-addresses:
  - { address: 10.0.0.5/24, interface: vm/eth0 }
services:
  - { device: vm, name: web, ports: [80, 443], published: true, container: web }
  - { device: vm, name: job, ports: [], published: false }
`,
  },
]);

/** An inventory that holds these objects, in the form in which NetBox 4.7 answers them. */
export function inventoryOf(
  found: readonly (readonly [KindName, Record<string, unknown>])[],
): Inventory {
  const inventory = new Inventory();
  for (const [kind, object] of found) {
    inventory.add(kindOf(kind), object);
  }
  return inventory;
}

export function namesOf(inventory: Inventory, adopt = false): readonly string[] {
  return operationsOf(planSeed(objects, inventory, { target, adopt })).flatMap(describeOperation);
}

export const tenant = {
  id: 7,
  name: "Acme",
  slug: "acme",
  group: null,
  description: "A client",
  tags: ourTag,
  custom_fields: {},
};
