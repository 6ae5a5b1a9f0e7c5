import * as z from "zod";
import { addressWithMask, descriptionText, slug } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { choice, plain } from "../field-codecs.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { globalTable } from "./global-table.ts";
import { hostOf } from "./ip-address.ts";
import { tenantField } from "./tenant.ts";

/** The natural key of a range: `10.0.0.10/24-10.0.0.20/24`. */
export function rangeKeyOf(range: NetBoxObject | SeedEntry): string {
  return `${String(range["start_address"])}-${String(range["end_address"])}`;
}

/**
 * Addresses from one to another. NetBox refuses ranges that overlap, so the first address alone
 * says which one it is, and another end or mask is a change.
 */
export const ipRangeKind = defineTaggedKind({
  name: "ip-range",
  collection: "ip-ranges",
  objectType: "ipam.iprange",
  schema: z.strictObject({
    start_address: addressWithMask,
    end_address: addressWithMask,
    status: z.enum(["active", "reserved", "deprecated"]).optional(),
    tenant: slug.optional(),
    mark_populated: z.boolean().optional(),
    mark_utilized: z.boolean().optional(),
    description: descriptionText.optional(),
  }),
  endpoint: (client) => client.ipRanges,
  fields: {
    start_address: plain("start_address"),
    end_address: plain("end_address"),
    status: choice("status"),
    tenant: tenantField,
    mark_populated: plain("mark_populated"),
    mark_utilized: plain("mark_utilized"),
    description: plain("description"),
  },
  entryKey: rangeKeyOf,
  objectKey: rangeKeyOf,
  identity: (key) => hostOf(key.split("-")[0] ?? key),
  filters: ({ entries }) => ({
    start_address: entries.map((entry) => hostOf(String(entry["start_address"]))),
    ...globalTable,
  }),
  within: globalTable,
});
