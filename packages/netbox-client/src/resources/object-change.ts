import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import { choiceSchema, objectSchema, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * What someone changed (`core/object-changes`), made by NetBox and only read. The data before
 * and after are flat: references as ids, tags as names.
 */
export const objectChangeResource = defineResource({
  path: "core/object-changes/",
  read: objectSchema.extend({
    time: z.string(),
    user: referenceSchema.nullable(),
    user_name: z.string(),
    request_id: z.string(),
    action: choiceSchema,
    changed_object_type: z.string(),
    changed_object_id: z.int(),
    changed_object: jsonObjectSchema.nullable(),
    object_repr: z.string(),
    message: z.string(),
    prechange_data: jsonObjectSchema.nullable(),
    postchange_data: jsonObjectSchema.nullable(),
  }),
  write: z.strictObject({}),
});
