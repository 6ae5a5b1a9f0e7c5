import * as z from "zod";
import { plain, reference } from "../field-codecs.ts";
import { customFields, slug, text } from "../entry-schemas.ts";
import { defineSlugKind, slugOf } from "./slug-kind.ts";

/** A tenant. */
export const tenantKind = defineSlugKind({
  name: "tenant",
  collection: "tenants",
  objectType: "tenancy.tenant",
  schema: z.strictObject({
    name: text,
    slug,
    group: slug.optional(),
    description: text.optional(),
    custom_fields: customFields.optional(),
  }),
  endpoint: (client) => client.tenants,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    group: reference("group", { kind: "tenant-group", keyOf: slugOf }),
    description: plain("description"),
  },
});

/** A field `tenant` that points to one. */
export const tenantField = reference("tenant", { kind: "tenant", keyOf: slugOf });
