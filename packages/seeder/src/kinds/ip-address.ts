import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { choice, genericReference, plain } from "../field-codecs.ts";
import { addressWithMask, descriptionText, slug } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { globalTable } from "./global-table.ts";
import { interfaceKeyOf } from "./interface.ts";
import { tenantField } from "./tenant.ts";

/**
 * An address with its mask. NetBox refuses the same host address twice whatever the mask, so
 * the host part alone says which object it is, and another mask is a change.
 */
export const ipAddressKind = defineTaggedKind({
  name: "ip-address",
  collection: "ip-addresses",
  objectType: "ipam.ipaddress",
  schema: z.strictObject({
    address: addressWithMask,
    interface: z
      .string()
      .regex(/^[^/]+\/.+$/, "must be device/interface, such as r2d2automaker/eth0")
      .optional(),
    tenant: slug.optional(),
    status: z.enum(["active", "reserved", "deprecated", "dhcp", "slaac"]).optional(),
    dns_name: z.string().max(255).toLowerCase().optional(),
    description: descriptionText.optional(),
  }),
  dependents: [
    ...linksBy("primary_ip4_id", [
      "dcim/devices/",
      "virtualization/virtual-machines/",
      "dcim/virtual-device-contexts/",
    ]),
    ...linksBy("primary_ip6_id", [
      "dcim/devices/",
      "virtualization/virtual-machines/",
      "dcim/virtual-device-contexts/",
    ]),
    ...linksBy("oob_ip_id", ["dcim/devices/"]),
    ...linksBy("nat_inside_id", ["ipam/ip-addresses/"]),
    ...linksBy("ip_address_id", ["ipam/services/"]),
  ],
  endpoint: (client) => client.ipAddresses,
  fields: {
    address: plain("address"),
    interface: genericReference({
      kind: "interface",
      keyOf: interfaceKeyOf,
      typeField: "assigned_object_type",
      idField: "assigned_object_id",
      objectField: "assigned_object",
      objectType: "dcim.interface",
    }),
    tenant: tenantField,
    status: choice("status"),
    dns_name: plain("dns_name"),
    description: plain("description"),
  },
  entryKey: addressOf,
  objectKey: addressOf,
  identity: hostOf,
  filters: ({ entries }) => ({
    address: entries.map((entry) => hostOf(addressOf(entry))),
    ...globalTable,
  }),
  within: globalTable,
});

function addressOf({ address }: NetBoxObject): string {
  return String(address);
}

/** An address without its mask. */
export function hostOf(address: string): string {
  return address.replace(/\/\d+$/, "");
}
