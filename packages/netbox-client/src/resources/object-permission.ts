import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import { idsInput, objectSchema, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** One filter, or several of which one must fit. */
const constraintsSchema = z.union([jsonObjectSchema, z.array(jsonObjectSchema)]);

/** What its users and groups may do with objects of some types (`users/permissions`). */
export const objectPermissionResource = defineResource({
  path: "users/permissions/",
  read: objectSchema.extend({
    name: z.string(),
    description: z.string(),
    enabled: z.boolean(),
    object_types: z.array(z.string()),
    actions: z.array(z.string()),
    constraints: constraintsSchema.nullable(),
    groups: z.array(referenceSchema),
    users: z.array(referenceSchema),
  }),
  write: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    enabled: z.boolean().optional(),
    object_types: z.array(z.string()),
    actions: z.array(z.string()),
    constraints: constraintsSchema.nullish(),
    groups: idsInput.optional(),
    users: idsInput.optional(),
  }),
});
