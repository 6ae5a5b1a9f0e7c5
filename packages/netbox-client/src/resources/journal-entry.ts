import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import { choiceSchema, taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A remark about an object (`extras/journal-entries`), by default of the token's user. */
export const journalEntryResource = defineResource({
  path: "extras/journal-entries/",
  read: taggedSchema.extend({
    assigned_object_type: z.string(),
    assigned_object_id: z.int(),
    assigned_object: jsonObjectSchema.nullable(),
    created_by: z.int().nullable(),
    kind: choiceSchema,
    comments: z.string(),
  }),
  write: z.strictObject({
    assigned_object_type: z.string(),
    assigned_object_id: z.int(),
    created_by: z.int().nullish(),
    kind: z.string().optional(),
    comments: z.string(),
    ...taggedInput,
  }),
});
