import { suggestWord } from "@multipass-netbox/netbox-client";
import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { choice, plain, reference } from "../field-codecs.ts";
import { descriptionText, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { interfaceTypes } from "../generated/interface-types.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { nameOf } from "./named-kind.ts";

/** The natural key of an interface: `r2d2automaker/eth0`. */
export function interfaceKeyOf({ device, name }: NetBoxObject): string {
  return `${nameOf(device as NetBoxObject)}/${String(name)}`;
}

const interfaceType = z
  .string()
  .superRefine((type, context) => {
    if (!interfaceTypes.includes(type)) {
      context.addIssue(`NetBox knows no "${type}"${suggestWord(type, interfaceTypes)}`);
    }
  })
  .meta({ enum: interfaceTypes });

/** An interface of a device. */
export const interfaceKind = defineTaggedKind({
  name: "interface",
  collection: "interfaces",
  objectType: "dcim.interface",
  schema: z.strictObject({
    device: text(64),
    name: text(64),
    type: interfaceType,
    enabled: z.boolean().optional(),
    description: descriptionText.optional(),
  }),
  dependents: [
    ...listsBy("interface_id", [
      "ipam/ip-addresses/",
      "dcim/mac-addresses/",
      "vpn/tunnel-terminations/",
      "vpn/l2vpn-terminations/",
      "circuits/virtual-circuit-terminations/",
    ]),
    ...listsBy("interface_id", ["ipam/fhrp-group-assignments/"], {
      where: { interface_type: "dcim.interface" },
    }),
    ...listsBy("component_id", ["dcim/inventory-items/"], {
      where: { component_type: "dcim.interface" },
    }),
    ...listsBy("termination_id", ["dcim/cable-terminations/"], {
      where: { termination_type: "dcim.interface" },
    }),
    ...linksBy("lag_id", ["dcim/interfaces/"]),
    ...linksBy("bridge_id", ["dcim/interfaces/"]),
  ],
  endpoint: (client) => client.interfaces,
  fields: {
    device: reference("device", { kind: "device", keyOf: nameOf }),
    name: plain("name"),
    type: choice("type"),
    enabled: plain("enabled"),
    description: plain("description"),
  },
  entryKey: ({ device, name }) => `${String(device)}/${String(name)}`,
  objectKey: interfaceKeyOf,
  readsAfter: "device",
  filters: ({ entries, idsOf }) => {
    const ids = idsOf(
      "device",
      entries.map(({ device }) => String(device)),
    );
    return ids.length === 0
      ? undefined
      : { device_id: ids, name: [...new Set(entries.map(({ name }) => String(name)))] };
  },
});
