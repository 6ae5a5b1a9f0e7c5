import * as z from "zod";
import { plain } from "../field-codecs.ts";
import { slug, text } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** A group of tenants. */
export const tenantGroupKind = defineSlugKind({
  name: "tenant-group",
  collection: "tenant-groups",
  objectType: "tenancy.tenantgroup",
  schema: z.strictObject({ name: text, slug, description: text.optional() }),
  endpoint: (client) => client.tenantGroups,
  fields: { name: plain("name"), slug: plain("slug"), description: plain("description") },
});
