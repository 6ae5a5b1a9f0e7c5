import { constant, count, each, required, slug } from "../fields.ts";
import { ancestorFilters, pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

/** `dcim/platforms`, without nesting. */
export const platformKind: Kind = {
  path: "dcim/platforms/",
  objectType: "dcim.platform",
  model: "Platform",
  noun: same("platform"),
  fields: {
    name: required,
    slug,
    manufacturer: reference("dcim/manufacturers/"),
    ...each(constant(null), "parent", "config_template"),
    ...standardFields,
    ...each(count, "device_count", "virtualmachine_count"),
    _depth: constant(0),
  },
  brief: ["name", "slug", "description", "device_count", "virtualmachine_count", "_depth"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "description"),
    ...pointingFilters("manufacturer", { path: "dcim/manufacturers/" }),
    ...ancestorFilters("dcim/platforms/"),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  unique: uniqueWords,
};
