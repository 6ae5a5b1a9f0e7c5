import * as z from "zod";
import { sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A group of tenants (`tenancy/tenant-groups`). */
export const tenantGroupResource = defineResource({
  path: "tenancy/tenant-groups/",
  read: sluggedSchema,
  write: z.strictObject({
    ...sluggedInput,
  }),
});
