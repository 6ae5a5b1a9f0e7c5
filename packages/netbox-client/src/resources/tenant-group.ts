import * as z from "zod";
import { taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A group of tenants (`tenancy/tenant-groups`). */
export const tenantGroupResource = defineResource({
  path: "tenancy/tenant-groups/",
  read: taggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
