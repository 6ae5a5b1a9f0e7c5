import * as fc from "fast-check";
import type { NetBoxObject } from "../src/field-codec.ts";
import type { KindName } from "../src/kind-name.ts";

/** Objects as NetBox answers them, by kind. */
export type Objects = Readonly<Partial<Record<KindName, readonly NetBoxObject[]>>>;

// Few names for many objects, so that they meet; some that no seed file can say, some that are ours.
const names = ["a", "A", "b", " c", "null", "é", "multipass-netbox"];
const tags = ["multipass-netbox", "a", "é"].map((slug, index) => ({ id: index + 1, slug }));
const addresses = ["10.0.0.5/24", "10.0.0.5/16", "10.0.1.6/24", "10.0.0.0/24", "10.0.1.7/32"];
const networks = ["10.0.0.0/16", "10.0.0.0/24", "10.0.1.0/24", "0.0.0.0/0"];
const gone = { id: 99, name: "gone", slug: "gone", device: { id: 99, name: "gone" } };

/** A NetBox in which names meet, and much points to what is not there or can't be said. */
export const randomNetBox: fc.Arbitrary<Objects> = fc.gen().map((draw) => {
  const pick = <Value>(values: readonly Value[]): Value => draw(fc.constantFrom, ...values);
  const some = <Value>(values: readonly Value[]): readonly Value[] =>
    draw(fc.subarray, [...values]);
  const many = <Made>(make: () => Made): readonly (Made & { readonly id: number })[] =>
    Array.from({ length: draw(fc.nat, 5) }, (_, index) => ({ ...make(), id: index + 1 }));
  const named = (): NetBoxObject => ({ name: pick(names), slug: pick(names) });

  const tenant = many(named);
  const tenantOrNone = (): NetBoxObject | null => pick([null, gone, ...tenant]);
  const site = many(() => ({
    ...named(),
    tenant: tenantOrNone(),
    tags: some(tags),
    custom_fields: { size: pick([null, "s", 1]), container: pick([null, "s"]) },
  }));
  const device = many(() => ({
    name: pick([null, ...names]),
    site: pick([gone, ...site]),
    device_type: { id: 1, slug: "t" },
    role: { id: 1, slug: "r" },
    tenant: tenantOrNone(),
    tags: some(tags),
  }));
  const ports = many(() => ({
    device: pick([gone, ...device]),
    name: pick(["eth0", "eth1"]),
    type: { value: "virtual" },
  }));
  const service = many(() => {
    const parent: NetBoxObject = pick([gone, ...device]);
    return {
      parent_object_type: "dcim.device",
      parent_object_id: parent["id"],
      parent,
      name: pick(names),
      port_mappings: pick([["tcp/80"], ["tcp/80", "udp/80"]]),
      custom_fields: { published: pick([true, null]), container: pick(["a", null]) },
      tags: some(tags),
    };
  });
  const address = many(() => {
    const port: NetBoxObject | null = pick([null, gone, ...ports]);
    return {
      address: pick(addresses),
      tenant: tenantOrNone(),
      assigned_object_type: port && pick(["dcim.interface", "virtualization.vminterface"]),
      assigned_object_id: port && port["id"],
      assigned_object: port,
    };
  });
  return {
    tag: many(named),
    tenant,
    "custom-field": many(() => ({
      name: pick(["container", "size", "Size"]),
      type: { value: pick(["text", "object"]) },
      object_types: pick([["dcim.site"], ["ipam.service"]]),
    })),
    manufacturer: [{ id: 1, name: "M", slug: "m" }],
    "device-role": [{ id: 1, name: "R", slug: "r" }],
    "device-type": [{ id: 1, model: "T", slug: "t", manufacturer: { id: 1, slug: "m" } }],
    site,
    device,
    interface: ports,
    service,
    prefix: many(() => ({ prefix: pick(networks), tenant: tenantOrNone() })),
    "ip-address": address,
  };
});
