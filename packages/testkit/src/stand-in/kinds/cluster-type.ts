import { count, required, slug } from "../fields.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { displayName, orderByName, standardFields, uniqueWords } from "./standard-fields.ts";

/** `virtualization/cluster-types`. */
export const clusterTypeKind: Kind = {
  path: "virtualization/cluster-types/",
  objectType: "virtualization.clustertype",
  model: "ClusterType",
  noun: same("cluster type"),
  fields: { name: required, slug, ...standardFields, cluster_count: count },
  brief: ["name", "slug", "description", "cluster_count"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "description"),
    q: searchFilter("name", "slug", "description", "comments"),
  },
  unique: uniqueWords,
};
