import { customFieldValues } from "../custom-field-values.ts";
import { constant, plain } from "../fields.ts";
import type { Field } from "../kind.ts";
import { references } from "../references.ts";
import { same, type Text } from "../text.ts";

/** The field `tags`. The change log holds names; a tag that is deleted leaves without a log. */
const tags: Field = {
  ...references("extras/tags/", {
    brief: ["display_url", "name", "slug", "color"],
    byAttributes: true,
    onDelete: "clear-unlogged",
  }),
  log: (stored, { store }) =>
    (stored as readonly number[])
      .map((id) => String(store.get("extras/tags/", id)?.values["name"]))
      .toSorted((a, b) => a.localeCompare(b)),
};

/** The fields of every kind that can be tagged and carry custom fields. */
export const standardFields: Readonly<Record<string, Field>> = {
  description: plain(""),
  owner: constant(null),
  comments: plain(""),
  tags,
  custom_fields: customFieldValues,
};

/** The choices that several kinds share. */
export const statusLabels = {
  active: { en: "Active", fr: "Actif" },
  container: { en: "Container", fr: "Récipient" },
  decommissioning: { en: "Decommissioning", fr: "Démantèlement" },
  deprecated: { en: "Deprecated", fr: "Obsolète" },
  failed: { en: "Failed", fr: "Échoué" },
  offline: { en: "Offline", fr: "Hors ligne" },
  planned: { en: "Planned", fr: "Planifié" },
  reserved: { en: "Reserved", fr: "Réservé" },
  staged: { en: "Staged", fr: "Mis en scène" },
  staging: { en: "Staging", fr: "Mise en scène" },
} satisfies Readonly<Record<string, Text>>;

/** The words of NetBox for its unique fields. */
export const uniqueWords = {
  name: { en: "name", fr: "nom" },
  slug: same("slug"),
} satisfies Readonly<Record<string, Text>>;

/** Shown by its name. */
export const displayName = ({ values }: { readonly values: { readonly name?: unknown } }): string =>
  String(values.name);

/** Ordered by its name. */
export const orderByName = ({
  values,
}: {
  readonly values: { readonly name?: unknown };
}): readonly string[] => [String(values.name)];
