import { constant, count, required, slug } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { standardFields, uniqueWords } from "./standard-fields.ts";

/** `tenancy/tenant-groups`, without nesting. */
export const tenantGroupKind: Kind = {
  path: "tenancy/tenant-groups/",
  objectType: "tenancy.tenantgroup",
  model: "TenantGroup",
  fields: {
    name: required,
    slug,
    parent: constant(null),
    ...standardFields,
    tenant_count: count,
    _depth: constant(0),
  },
  brief: ["name", "slug", "description", "tenant_count", "_depth"],
  display: ({ name }) => String(name),
  order: ({ values }) => [String(values["name"])],
  unique: { noun: same("tenant group"), fields: uniqueWords },
};
