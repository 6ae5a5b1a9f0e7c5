import { computed, constant } from "./fields.ts";
import type { Field } from "./kind.ts";
import { reference } from "./references.ts";
import type { Row, Store } from "./store.ts";

const primaryIp4 = reference("ipam/ip-addresses/", { onDelete: "clear" });

/** The primary addresses of a device or a virtual machine. */
export const primaryIpFields: Readonly<Record<string, Field>> = {
  primary_ip: computed((_, place, row) =>
    primaryIp4.render?.(row.values["primary_ip4"], place, row),
  ),
  primary_ip4: primaryIp4,
  primary_ip6: constant(null),
};

/** The id of what an address is on by an interface of this kind. */
export function holderOfAddress(
  { values }: Row,
  store: Store,
  { objectType, path, field }: InterfacePath,
): unknown {
  return values["assigned_object_type"] === objectType
    ? store.get(path, Number(values["assigned_object_id"]))?.values[field]
    : undefined;
}

/** A kind of interface, and its field for what it is part of. */
export interface InterfacePath {
  readonly objectType: string;
  readonly path: string;
  readonly field: string;
}

export const deviceInterface: InterfacePath = {
  objectType: "dcim.interface",
  path: "dcim/interfaces/",
  field: "device",
};

export const machineInterface: InterfacePath = {
  objectType: "virtualization.vminterface",
  path: "virtualization/interfaces/",
  field: "virtual_machine",
};
