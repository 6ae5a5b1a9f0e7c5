import { choice, computed, constant, count, each, required } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { scopeFilters, scopeTarget } from "../scope.ts";
import { checkTarget, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, statusLabels } from "./standard-fields.ts";

const { planned, staging, active, decommissioning, offline } = statusLabels;
const statuses = { planned, staging, active, decommissioning, offline };

/** `virtualization/clusters`. Not recorded: the fields are those of the OpenAPI document. */
export const clusterKind: Kind = {
  path: "virtualization/clusters/",
  objectType: "virtualization.cluster",
  model: "Cluster",
  noun: same("cluster"),
  fields: {
    name: required,
    type: reference("virtualization/cluster-types/", { isRequired: true }),
    group: constant(null),
    status: choice(statuses, "active"),
    tenant: reference("tenancy/tenants/"),
    ...targetFields(scopeTarget),
    ...standardFields,
    ...each(count, "device_count", "virtualmachine_count"),
    ...each(
      computed(() => null),
      "allocated_vcpus",
      "allocated_memory",
      "allocated_disk",
    ),
  },
  brief: ["name", "description", "virtualmachine_count"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "description"),
    ...choiceFilters("status"),
    ...pointingFilters("type", { path: "virtualization/cluster-types/" }),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    ...scopeFilters,
    q: searchFilter("name", "description", "comments"),
  },
  uniqueTogether: [
    ["group", "name"],
    ["scope_type", "scope_id", "name"],
  ],
  check: (row, place) => {
    checkTarget(scopeTarget, row, place);
  },
};
