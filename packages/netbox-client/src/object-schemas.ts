import * as z from "zod";
import { jsonObjectSchema } from "./json-object.ts";

/** An object that another one points to, in NetBox's brief form. */
export const referenceSchema = z.looseObject({
  id: z.int(),
  display: z.string(),
  name: z.string().optional(),
  slug: z.string().optional(),
});

/** A choice as it is read: the value is stable, the label follows the server's language. */
export const choiceSchema = z.looseObject({ value: z.string(), label: z.string() });

/** What every object has. */
export const objectSchema = z.looseObject({
  id: z.int(),
  display: z.string(),
  created: z.string().nullable().optional(),
  last_updated: z.string().nullable().optional(),
});

/** Custom field values by name. */
const customFieldsSchema = jsonObjectSchema;

/** What every object has that can be tagged and carry custom fields. */
export const taggedSchema = objectSchema.extend({
  tags: z.array(z.looseObject({ id: z.int(), name: z.string(), slug: z.string() })),
  custom_fields: customFieldsSchema,
});

/** How a body points to another object: its id, or the attributes that name it alone. */
export const referenceInput = z.union([
  z.int(),
  z.record(z.string(), z.union([z.string(), z.int()])),
]);

/** What may be written to every object that can be tagged and carry custom fields. */
export const taggedInput = {
  tags: z.array(referenceInput).optional(),
  custom_fields: customFieldsSchema.optional(),
  changelog_message: z.string().optional(),
};

/** A tagged object that is known by a slug. */
export const sluggedSchema = taggedSchema.extend({
  name: z.string(),
  slug: z.string(),
  description: z.string(),
});

/** What may be written to every tagged object that is known by a slug. */
export const sluggedInput = {
  name: z.string(),
  slug: z.string(),
  description: z.string().optional(),
  ...taggedInput,
};
