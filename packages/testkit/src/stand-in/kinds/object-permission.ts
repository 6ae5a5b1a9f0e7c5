import { plain, required } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Kind } from "../kind.ts";
import { objectTypes } from "../object-types-field.ts";
import { references } from "../references.ts";
import { same } from "../text.ts";
import { displayName, orderByName } from "./standard-fields.ts";

/** `users/permissions`. */
export const objectPermissionKind: Kind = {
  path: "users/permissions/",
  objectType: "users.objectpermission",
  model: "ObjectPermission",
  noun: same("permission"),
  fields: {
    name: required,
    description: plain(""),
    enabled: plain(true),
    object_types: { ...objectTypes, isRequired: true },
    actions: required,
    constraints: plain(null),
    groups: references("users/groups/", { brief: ["display_url", "name"] }),
    users: references("users/users/", { brief: ["display_url", "username"] }),
  },
  brief: ["name", "description", "enabled", "object_types", "actions"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    ...booleanFilters("enabled"),
    ...pointingFilters("user", {
      path: "users/users/",
      key: "username",
      idOf: ({ values }) => values["users"],
    }),
    ...pointingFilters("group", {
      path: "users/groups/",
      key: "name",
      idOf: ({ values }) => values["groups"],
    }),
    object_types: typeFilter("object_types"),
    q: searchFilter("name", "description"),
  },
  times: [],
  isUnlogged: true,
};
