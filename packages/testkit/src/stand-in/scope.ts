import { numberFilters } from "./filters/number-filters.ts";
import { pointingFilters } from "./filters/pointing-filters.ts";
import { typeFilter } from "./filters/type-filter.ts";
import type { Filters } from "./kind.ts";
import type { TargetFields } from "./targets.ts";

/** Where a prefix or a cluster is: at an object of any type. */
export const scopeTarget: TargetFields = {
  type: "scope_type",
  id: "scope_id",
  object: "scope",
  // NetBox deletes what is scoped to a site that goes. Nobody recorded it.
  onDelete: () => "unknown",
};

/** How it is found by that. */
export const scopeFilters: Filters = {
  scope_type: typeFilter("scope_type"),
  ...numberFilters("scope_id", ({ values }) => values["scope_id"]),
  ...pointingFilters("site", {
    path: "dcim/sites/",
    idOf: ({ values }) => (values["scope_type"] === "dcim.site" ? values["scope_id"] : null),
  }),
};
