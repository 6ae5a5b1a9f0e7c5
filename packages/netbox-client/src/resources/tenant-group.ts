import * as z from "zod";
import { referenceInput, referenceSchema, sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A group of tenants (`tenancy/tenant-groups`), perhaps within another one. */
export const tenantGroupResource = defineResource({
  path: "tenancy/tenant-groups/",
  unique: [["name"], ["slug"]],
  read: sluggedSchema.extend({
    parent: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    parent: referenceInput.nullish(),
    ...sluggedInput,
  }),
});
