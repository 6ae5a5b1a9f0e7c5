import { customFieldValues } from "../custom-field-values.ts";
import { constant, plain } from "../fields.ts";
import type { Field } from "../kind.ts";
import { references } from "../references.ts";
import { same, type Text } from "../text.ts";

/** The fields of every kind that can be tagged and carry custom fields. */
export const standardFields: Readonly<Record<string, Field>> = {
  description: plain(""),
  owner: constant(null),
  comments: plain(""),
  tags: references("extras/tags/", ["display_url", "name", "slug", "color"]),
  custom_fields: customFieldValues,
};

/** The choices that several kinds share, with the labels that were recorded in French. */
export const statusLabels = {
  active: { en: "Active", fr: "Actif" },
  reserved: { en: "Reserved", fr: "Réservé" },
  planned: same("Planned"),
  deprecated: same("Deprecated"),
  container: same("Container"),
  decommissioning: same("Decommissioning"),
} satisfies Readonly<Record<string, Text>>;

/** The words of NetBox for its unique fields. */
export const uniqueWords = {
  name: { en: "name", fr: "nom" },
  slug: same("slug"),
} satisfies Readonly<Record<string, Text>>;
