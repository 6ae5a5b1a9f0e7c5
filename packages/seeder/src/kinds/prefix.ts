import * as z from "zod";
import { choice, plain } from "../field-codecs.ts";
import { descriptionText, network, slug } from "../entry-schemas.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { siteScope } from "./site-scope.ts";
import { globalTable } from "./global-table.ts";
import { tenantField } from "./tenant.ts";

/** A network. */
export const prefixKind = defineTaggedKind({
  name: "prefix",
  collection: "prefixes",
  objectType: "ipam.prefix",
  schema: z.strictObject({
    prefix: network,
    site: slug.optional(),
    tenant: slug.optional(),
    status: z.enum(["container", "active", "reserved", "deprecated"]).optional(),
    is_pool: z.boolean().optional(),
    description: descriptionText.optional(),
  }),
  endpoint: (client) => client.prefixes,
  fields: {
    prefix: plain("prefix"),
    site: siteScope,
    tenant: tenantField,
    status: choice("status"),
    is_pool: plain("is_pool"),
    description: plain("description"),
  },
  entryKey: ({ prefix }) => String(prefix),
  objectKey: ({ prefix }) => String(prefix),
  filters: ({ entries }) => ({
    prefix: entries.map(({ prefix }) => String(prefix)),
    ...globalTable,
  }),
  within: globalTable,
});
