import type { Fields, Json } from "@multipass-netbox/core";
import * as z from "zod";
import { genericReference, plain } from "../field-codecs.ts";
import { customFields, descriptionText, nameText, portList, text } from "../entry-schemas.ts";
import type { FieldCodec, NetBoxObject } from "../field-codec.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { readPortMappings, writePortMappings } from "../service-ports.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { deviceNameOf } from "./device.ts";

const portMappings: FieldCodec = {
  read: readPortMappings,
  write: (value) => ({ port_mappings: writePortMappings(value as readonly string[]) }),
};

/** What a device offers. `ports: []` is a container that listens on nothing. */
export const serviceKind = defineTaggedKind({
  name: "service",
  collection: "services",
  objectType: "ipam.service",
  schema: z.strictObject({
    device: text(64),
    name: nameText,
    protocol: z.enum(["tcp", "udp", "sctp"]).default("tcp"),
    ports: portList,
    container: text(255).optional(),
    published: z.boolean(),
    description: descriptionText.optional(),
    custom_fields: customFields.optional(),
  }),
  endpoint: (client) => client.services,
  fields: {
    device: genericReference({
      kind: "device",
      keyOf: deviceNameOf,
      typeField: "parent_object_type",
      idField: "parent_object_id",
      objectField: "parent",
      objectType: "dcim.device",
    }),
    name: plain("name"),
    port_mappings: portMappings,
    description: plain("description"),
  },
  entryKey: ({ device, name }) => `${String(device)}/${String(name)}`,
  objectKey: ({ parent, name }) =>
    `${deviceNameOf((parent ?? {}) as NetBoxObject)}/${String(name)}`,
  desired: desiredService,
  filters: ({ entries, deviceIds }) =>
    deviceIds.length === 0
      ? undefined
      : { device_id: deviceIds, name: entries.map(({ name }) => String(name)) },
});

function desiredService(entry: SeedEntry): Fields {
  const { protocol, ports, container, published, custom_fields: own, ...rest } = entry;
  const numbers = ports as readonly number[];
  return {
    ...(rest as Fields),
    port_mappings: numbers.map((number) => `${String(protocol)}/${number}`).toSorted(),
    custom_fields: {
      ...(own as Record<string, Json> | undefined),
      ...(container === undefined ? {} : { container: container as Json }),
      published: published as Json,
      listens: numbers.length > 0,
    },
  };
}
