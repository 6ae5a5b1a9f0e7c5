import * as z from "zod";
import { referenceInput, referenceSchema, taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A tenant (`tenancy/tenants`). */
export const tenantResource = defineResource({
  path: "tenancy/tenants/",
  read: taggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    group: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    group: referenceInput.nullish(),
    ...taggedInput,
  }),
});
