import { constant, count, hidden, plain, required, unicodeSlug } from "../fields.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { objectTypes } from "../object-types-field.ts";
import { displayName, orderByName, uniqueWords } from "./standard-fields.ts";

/** `extras/tags`. */
export const tagKind: Kind = {
  path: "extras/tags/",
  objectType: "extras.tag",
  model: "Tag",
  noun: { en: "tag", fr: "étiquette" },
  fields: {
    name: required,
    slug: unicodeSlug,
    color: plain("9e9e9e"),
    owner: hidden(null),
    description: plain(""),
    weight: constant(1000),
    object_types: { ...objectTypes, initial: [] },
    tagged_items: count,
  },
  brief: ["name", "slug", "color", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "color", "description"),
    q: searchFilter("name", "slug", "description"),
  },
  unique: uniqueWords,
};
