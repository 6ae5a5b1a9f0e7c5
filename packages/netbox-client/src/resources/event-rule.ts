import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import { choiceSchema, ownedInput, ownedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * What happens on which events (`extras/event-rules`). NetBox 4.7 wants `action_type`, NetBox
 * 4.5 `action_object_type`: both are needed here.
 */
export const eventRuleResource = defineResource({
  path: "extras/event-rules/",
  unique: [["name"]],
  read: ownedSchema.extend({
    object_types: z.array(z.string()),
    name: z.string(),
    enabled: z.boolean(),
    event_types: z.array(z.string()),
    conditions: jsonObjectSchema.nullable(),
    action_type: choiceSchema,
    action_object_type: z.string().nullable(),
    action_object_id: z.int().nullable(),
    action_object: jsonObjectSchema.nullable(),
  }),
  write: z.strictObject({
    object_types: z.array(z.string()),
    name: z.string(),
    enabled: z.boolean().optional(),
    event_types: z.array(z.string()),
    conditions: jsonObjectSchema.nullish(),
    action_type: z.string(),
    action_object_type: z.string().nullable(),
    action_object_id: z.int().nullish(),
    ...ownedInput,
  }),
});
