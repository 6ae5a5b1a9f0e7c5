import * as z from "zod";
import { jsonObjectSchema } from "./json-object.ts";

/** An object that another one points to, in NetBox's brief form. */
export const referenceSchema = z.looseObject({
  id: z.int(),
  display: z.string(),
  name: z.string().nullable().optional(),
  slug: z.string().optional(),
});

/** A choice as it is read: the value is stable, the label follows the server's language. */
export const choiceSchema = z.looseObject({ value: z.string(), label: z.string() });

/** The same for the few choices that are numbers, as the width of a rack. */
export const numberChoiceSchema = z.looseObject({ value: z.int(), label: z.string() });

/** What every object has. */
export const objectSchema = z.looseObject({ id: z.int(), display: z.string() });

/** What every object has of which NetBox logs the changes. */
export const loggedSchema = objectSchema.extend({
  created: z.string().nullable().optional(),
  last_updated: z.string().nullable().optional(),
});

/** Custom field values by name. */
const customFieldsSchema = jsonObjectSchema;

/** What every object has that can be tagged and carry custom fields. */
export const taggedSchema = loggedSchema.extend({
  tags: z.array(z.looseObject({ id: z.int(), name: z.string(), slug: z.string() })),
  custom_fields: customFieldsSchema,
});

/** How a body points to another object: its id, or the attributes that name it alone. */
export const referenceInput = z.union([
  z.int(),
  z.record(z.string(), z.union([z.string(), z.int()])),
]);

/** How a body points to several objects where NetBox takes nothing but ids. */
export const idsInput = z.array(z.int());

/** What may be said about every change that NetBox logs. */
export const loggedInput = { changelog_message: z.string().optional() };

/**
 * What may be written to every object that can be tagged and carry custom fields. `tags` replaces
 * them all; `add_tags` and `remove_tags` leave the others alone, since NetBox 4.6 and never beside
 * `tags`.
 */
export const taggedInput = {
  tags: z.array(referenceInput).optional(),
  add_tags: z.array(referenceInput).optional(),
  remove_tags: z.array(referenceInput).optional(),
  custom_fields: customFieldsSchema.optional(),
  ...loggedInput,
};

/** A tagged object with a description and an owner. */
export const ownedSchema = taggedSchema.extend({
  description: z.string(),
  owner: referenceSchema.nullable(),
});

/** What may be written to every tagged object with a description and an owner. */
export const ownedInput = {
  description: z.string().optional(),
  owner: referenceInput.nullish(),
  ...taggedInput,
};

/** What NetBox calls a primary object: it has comments as well. */
export const primarySchema = ownedSchema.extend({ comments: z.string() });

/** What may be written to every primary object. */
export const primaryInput = { comments: z.string().optional(), ...ownedInput };

/** A primary object that is known by a slug. */
export const sluggedSchema = primarySchema.extend({ name: z.string(), slug: z.string() });

/** What may be written to every primary object that is known by a slug. */
export const sluggedInput = { name: z.string(), slug: z.string(), ...primaryInput };

/** Where something is; what it points to depends on the type. */
export const scopedSchema = {
  scope_type: z.string().nullable(),
  scope_id: z.int().nullable(),
  scope: referenceSchema.nullish(),
};

/** A place is one of these: NetBox 4.5 stores other types as well, and makes nothing of them. */
export const scopedInput = {
  scope_type: z.literal(["dcim.region", "dcim.sitegroup", "dcim.site", "dcim.location"]).nullish(),
  scope_id: z.int().nullish(),
};
