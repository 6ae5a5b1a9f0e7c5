import { constant, count, each, plain, required, slug } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { ancestorFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

/** `dcim/device-roles`, without nesting. */
export const deviceRoleKind: Kind = {
  path: "dcim/device-roles/",
  objectType: "dcim.devicerole",
  model: "DeviceRole",
  noun: same("device role"),
  fields: {
    name: required,
    slug,
    color: plain("9e9e9e"),
    vm_role: plain(true),
    ...each(constant(null), "config_template", "parent"),
    ...standardFields,
    ...each(count, "device_count", "virtualmachine_count"),
    _depth: constant(0),
  },
  brief: ["name", "slug", "description", "device_count", "virtualmachine_count", "_depth"],
  display: displayName,
  order: orderByName,
  filters: {
    ...ancestorFilters("dcim/device-roles/"),
    ...textFilters("name", "slug", "color", "description"),
    ...booleanFilters("vm_role"),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  unique: uniqueWords,
};
