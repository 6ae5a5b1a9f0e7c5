import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import {
  loggedInput,
  choiceSchema,
  loggedSchema,
  referenceInput,
  referenceSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** The choices of a custom field (`extras/custom-field-choice-sets`): `["a", "Label of a"]`. */
export const customFieldChoiceSetResource = defineResource({
  path: "extras/custom-field-choice-sets/",
  unique: [["name"]],
  read: loggedSchema.extend({
    name: z.string(),
    description: z.string(),
    base_choices: choiceSchema.nullish(),
    extra_choices: z.array(z.array(z.string())),
    choice_colors: jsonObjectSchema.optional(),
    order_alphabetically: z.boolean(),
    choices_count: z.int(),
    owner: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    base_choices: z.string().nullish(),
    extra_choices: z.array(z.array(z.string())),
    choice_colors: jsonObjectSchema.optional(),
    order_alphabetically: z.boolean().optional(),
    owner: referenceInput.nullish(),
    ...loggedInput,
  }),
});
