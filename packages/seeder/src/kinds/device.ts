import * as z from "zod";
import { choice, plain, reference } from "../field-codecs.ts";
import { addressWithMask, customFields, descriptionText, slug, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/** The natural key of a device. NetBox allows a name twice; the seeder refuses to choose. */
export function deviceNameOf(object: NetBoxObject): string {
  return String(object["name"]);
}

/** A device. Its primary address is set once the address exists on one of its interfaces. */
export const deviceKind = defineTaggedKind({
  name: "device",
  collection: "devices",
  objectType: "dcim.device",
  schema: z.strictObject({
    name: text(64),
    device_type: slug,
    role: slug,
    site: slug,
    tenant: slug.optional(),
    status: z
      .enum(["offline", "active", "planned", "staged", "failed", "inventory", "decommissioning"])
      .optional(),
    primary_ip4: addressWithMask.optional(),
    description: descriptionText.optional(),
    custom_fields: customFields.optional(),
  }),
  uniqueTogether: ["site", "tenant", "name"],
  endpoint: (client) => client.devices,
  fields: {
    name: plain("name"),
    device_type: reference("device_type", { kind: "device-type", keyOf: slugOf }),
    role: reference("role", { kind: "device-role", keyOf: slugOf }),
    site: reference("site", { kind: "site", keyOf: slugOf }),
    tenant: tenantField,
    status: choice("status"),
    primary_ip4: reference("primary_ip4", {
      kind: "ip-address",
      keyOf: ({ address }) => String(address),
      isDeferred: true,
    }),
    description: plain("description"),
  },
  anchors: ["site"],
  entryKey: deviceNameOf,
  objectKey: deviceNameOf,
  filters: ({ entries }) => ({ name: entries.map(deviceNameOf) }),
});
