import { count, each, required, slug } from "../fields.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

/** `dcim/manufacturers`. */
export const manufacturerKind: Kind = {
  path: "dcim/manufacturers/",
  objectType: "dcim.manufacturer",
  model: "Manufacturer",
  noun: same("manufacturer"),
  fields: {
    name: required,
    slug,
    ...standardFields,
    ...each(count, "devicetype_count", "moduletype_count", "inventoryitem_count"),
    platform_count: count,
  },
  brief: ["name", "slug", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "description"),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  unique: uniqueWords,
};
