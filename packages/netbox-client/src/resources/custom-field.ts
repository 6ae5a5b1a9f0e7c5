import * as z from "zod";
import { choiceSchema, objectSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** The definition of a custom field (`extras/custom-fields`). It can't be tagged. */
export const customFieldResource = defineResource({
  path: "extras/custom-fields/",
  read: objectSchema.extend({
    name: z.string(),
    label: z.string(),
    type: choiceSchema,
    object_types: z.array(z.string()),
    description: z.string(),
    comments: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    label: z.string().optional(),
    type: z.string(),
    object_types: z.array(z.string()),
    description: z.string().optional(),
    comments: z.string().optional(),
    changelog_message: z.string().optional(),
  }),
});
