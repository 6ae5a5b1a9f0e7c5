import { count, plain, required } from "../fields.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { permissionFilter, permissionsOf, writePermissions } from "../permissions-of.ts";
import { same } from "../text.ts";
import { displayName, orderByName, uniqueWords } from "./standard-fields.ts";

/** `users/groups`. Not recorded but empty: the fields are those of the OpenAPI document. */
export const groupKind: Kind = {
  path: "users/groups/",
  objectType: "users.group",
  model: "Group",
  noun: same("group"),
  fields: {
    name: required,
    description: plain(""),
    permissions: permissionsOf("groups"),
    user_count: count,
  },
  brief: ["name", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    ...permissionFilter("groups"),
    q: searchFilter("name", "description"),
  },
  afterWrite: (row, place) => {
    writePermissions("groups", row, place);
  },
  times: [],
  isUnlogged: true,
  unique: { name: uniqueWords.name },
};
