import { constant, count, required, slug } from "../fields.ts";
import { ancestorFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

/** `tenancy/tenant-groups`, without nesting. */
export const tenantGroupKind: Kind = {
  path: "tenancy/tenant-groups/",
  objectType: "tenancy.tenantgroup",
  model: "TenantGroup",
  noun: same("tenant group"),
  fields: {
    name: required,
    slug,
    parent: constant(null),
    ...standardFields,
    tenant_count: count,
    _depth: constant(0),
  },
  brief: ["name", "slug", "description", "tenant_count", "_depth"],
  display: displayName,
  order: orderByName,
  filters: {
    ...ancestorFilters("tenancy/tenant-groups/"),
    ...textFilters("name", "slug", "description"),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  unique: uniqueWords,
};
