import { errorTexts } from "../error-texts.ts";
import { count, each, required, slug } from "../fields.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { Refusal } from "../refusal.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields } from "./standard-fields.ts";

/** `tenancy/tenants`; name and slug are unique within a group. */
export const tenantKind: Kind = {
  path: "tenancy/tenants/",
  objectType: "tenancy.tenant",
  model: "Tenant",
  noun: same("tenant"),
  fields: {
    name: required,
    slug,
    group: reference("tenancy/tenant-groups/", { onDelete: "clear" }),
    ...standardFields,
    ...each(count, "circuit_count", "device_count", "ipaddress_count", "prefix_count"),
    ...each(count, "rack_count", "site_count", "virtualmachine_count", "vlan_count"),
    ...each(count, "vrf_count", "cluster_count"),
  },
  brief: ["name", "slug", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "description"),
    ...pointingFilters("group", { path: "tenancy/tenant-groups/" }),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  uniqueTogether: [
    ["group", "name"],
    ["group", "slug"],
  ],
  check: ({ id, values }, { store }) => {
    const others = store
      .rows("tenancy/tenants/")
      .filter((row) => row.id !== id && row.values["group"] === values["group"]);
    const has = (field: string): boolean =>
      others.some((row) => row.values[field] === values[field]);
    const problems = [
      ...(has("name") ? [errorTexts.tenantName] : []),
      ...(has("slug") ? [errorTexts.tenantSlug] : []),
    ];
    if (problems.length > 0) {
      throw new Refusal(400, { __all__: problems });
    }
  },
};
