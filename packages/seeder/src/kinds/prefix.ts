import * as z from "zod";
import { choice, genericReference, plain } from "../field-codecs.ts";
import { customFields, descriptionText, network, slug } from "../entry-schemas.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/** A network. `site` becomes NetBox's scope: a field of that name would be lost in silence. */
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
    custom_fields: customFields.optional(),
  }),
  endpoint: (client) => client.prefixes,
  fields: {
    prefix: plain("prefix"),
    site: genericReference({
      kind: "site",
      keyOf: slugOf,
      typeField: "scope_type",
      idField: "scope_id",
      objectField: "scope",
      objectType: "dcim.site",
    }),
    tenant: tenantField,
    status: choice("status"),
    is_pool: plain("is_pool"),
    description: plain("description"),
  },
  entryKey: ({ prefix }) => String(prefix),
  objectKey: ({ prefix }) => String(prefix),
  // The global table only: the same network in a VRF is another one.
  filters: ({ entries }) => ({
    prefix: entries.map(({ prefix }) => String(prefix)),
    vrf_id: "null",
  }),
});
