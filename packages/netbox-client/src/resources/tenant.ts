import * as z from "zod";
import { referenceInput, referenceSchema, sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A tenant (`tenancy/tenants`). */
export const tenantResource = defineResource({
  path: "tenancy/tenants/",
  unique: [
    ["name", "group"],
    ["slug", "group"],
  ],
  read: sluggedSchema.extend({
    group: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    group: referenceInput.nullish(),
    ...sluggedInput,
  }),
});
