import { filterTable, lookupSets } from "./generated/filter-table.ts";

// Taken by every list, whether or not its OpenAPI document says so.
const everywhere = ["brief", "fields", "format", "limit", "offset", "omit", "ordering", "start"];

/**
 * The query parameters that a list takes in a version of NetBox, or undefined for a list that
 * no recorded OpenAPI document knows (a plugin's, for example). Between two recorded versions
 * only what both know counts; after the newest, what the newest knows.
 */
export function knownFilters(path: string, apiVersion: string): ReadonlySet<string> | undefined {
  return intersect(path, tablesFor(apiVersion));
}

/** The query parameters that a list takes in every recorded version; none for an unknown list. */
export function commonFilters(path: string): ReadonlySet<string> {
  return intersect(path, Object.keys(filterTable)) ?? new Set();
}

function intersect(path: string, versions: readonly string[]): ReadonlySet<string> | undefined {
  const [first, ...others] = versions.map((version) => expand(filterTable[version]?.[path]));
  if (!first || others.includes(undefined)) {
    return undefined;
  }
  const common = others.reduce<ReadonlySet<string>>(
    (known, other) => known.intersection(other ?? new Set()),
    first,
  );
  return common.union(new Set(everywhere));
}

function tablesFor(apiVersion: string): readonly string[] {
  const recorded = Object.keys(filterTable).toSorted(compareVersions);
  if (recorded.includes(apiVersion)) {
    return [apiVersion];
  }
  const older = recorded.findLast((version) => compareVersions(version, apiVersion) < 0);
  const newer = recorded.find((version) => compareVersions(version, apiVersion) > 0);
  return [older, newer].filter((version) => version !== undefined);
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split(".").map(Number);
  const [majorB = 0, minorB = 0] = b.split(".").map(Number);
  return majorA - majorB || minorA - minorB;
}

/** `0 id,name 1 q` to the full names. */
function expand(row: string | undefined): ReadonlySet<string> | undefined {
  if (row === undefined) {
    return undefined;
  }
  const parts = row.split(" ");
  const names = new Set<string>();
  for (let index = 0; index < parts.length; index += 2) {
    const lookups = (lookupSets[Number(parts[index])] ?? "").split("|");
    for (const base of (parts[index + 1] ?? "").split(",")) {
      for (const lookup of lookups) {
        names.add(lookup === "" ? base : `${base}__${lookup}`);
      }
    }
  }
  return names;
}
