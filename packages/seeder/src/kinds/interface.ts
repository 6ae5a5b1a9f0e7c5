import { suggestWord } from "@multipass-netbox/netbox-client";
import * as z from "zod";
import { choice, plain, reference } from "../field-codecs.ts";
import { descriptionText, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { interfaceTypes } from "../generated/interface-types.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { deviceNameOf } from "./device.ts";

/** The natural key of an interface: `r2d2automaker/eth0`. */
export function interfaceKeyOf({ device, name }: NetBoxObject): string {
  return `${deviceNameOf(device as NetBoxObject)}/${String(name)}`;
}

const interfaceType = z.string().superRefine((type, context) => {
  if (!interfaceTypes.includes(type)) {
    context.addIssue(`NetBox knows no "${type}"${suggestWord(type, interfaceTypes)}`);
  }
});

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
  endpoint: (client) => client.interfaces,
  fields: {
    device: reference("device", { kind: "device", keyOf: deviceNameOf }),
    name: plain("name"),
    type: choice("type"),
    enabled: plain("enabled"),
    description: plain("description"),
  },
  entryKey: ({ device, name }) => `${String(device)}/${String(name)}`,
  objectKey: interfaceKeyOf,
  filters: ({ entries, deviceIds }) =>
    deviceIds.length === 0
      ? undefined
      : { device_id: deviceIds, name: entries.map(({ name }) => String(name)) },
});
