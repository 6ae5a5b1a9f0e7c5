import { constant, count, plain, required, unicodeSlug } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { uniqueWords } from "./standard-fields.ts";

/** `extras/tags`. */
export const tagKind: Kind = {
  path: "extras/tags/",
  objectType: "extras.tag",
  model: "Tag",
  fields: {
    name: required,
    slug: unicodeSlug,
    color: plain("9e9e9e"),
    description: plain(""),
    weight: constant(1000),
    object_types: constant([]),
    tagged_items: count,
  },
  brief: ["name", "slug", "color", "description"],
  display: ({ name }) => String(name),
  order: ({ values }) => [String(values["name"])],
  unique: { noun: { en: "tag", fr: "étiquette" }, fields: uniqueWords },
};
