import { filterTable, lookupSets } from "./generated/filter-table.ts";
import { namesInAll, rowsFor } from "./version-table.ts";

// Taken by every list, whether or not its OpenAPI document says so, with one value each.
const everywhere = ["brief", "fields", "format", "limit", "offset", "omit", "ordering", "start"];

/**
 * The query parameters that a list takes in a version of NetBox, or undefined for a list that
 * no recorded OpenAPI document knows (a plugin's, for example). Between two recorded versions
 * only what both know counts; after the newest, what the newest knows.
 */
export function knownFilters(path: string, apiVersion: string): ReadonlySet<string> | undefined {
  return withEverywhere(namesInAll(rowsFor(filterTable, { path, apiVersion }), expandAny));
}

/** The query parameters that a list takes in every recorded version; none for an unknown list. */
function commonFilters(path: string): ReadonlySet<string> {
  const rows = Object.values(filterTable).map((paths) => paths[path]);
  return withEverywhere(namesInAll(rows, expandAny)) ?? new Set();
}

/**
 * The query parameters that every recorded version has and that take several values, whatever
 * they are: what is asked with them needs no look at the version.
 */
export function plainFilters(path: string): ReadonlySet<string> {
  const rows = Object.values(filterTable).map((paths) => paths[path]);
  const special = rows.flatMap((row) => [...expand(row, /[=?]$/)]);
  return commonFilters(path).difference(new Set([...special, ...everywhere]));
}

/**
 * The query parameters of which NetBox keeps only the last value that is sent: `port=22&port=53`
 * finds port 53. Between two recorded versions what is so in either of them.
 */
export function singleValuedFilters(path: string, apiVersion: string): ReadonlySet<string> {
  const rows = rowsFor(filterTable, { path, apiVersion });
  return new Set([...rows.flatMap((row) => [...expand(row, /[=?]$/)]), ...everywhere]);
}

/**
 * The query parameters that are true or false: NetBox ignores any other value, and `enabled=perhaps`
 * finds everything. Between two recorded versions what is so in either of them.
 */
export function booleanFilters(path: string, apiVersion: string): ReadonlySet<string> {
  const rows = rowsFor(filterTable, { path, apiVersion });
  return new Set(rows.flatMap((row) => [...expand(row, /\?$/)]));
}

function withEverywhere(names: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
  return names?.union(new Set(everywhere));
}

function expandAny(row: string): ReadonlySet<string> {
  return expand(row, /$/);
}

/** `0 id,name 1 q` to the full names of those filters whose lookups are marked so. */
function expand(row: string | undefined, mark: RegExp): ReadonlySet<string> {
  const parts = row?.split(" ") ?? [];
  const names = new Set<string>();
  for (let index = 0; index < parts.length; index += 2) {
    const lookups = (lookupSets[Number(parts[index])] ?? "")
      .split("|")
      .filter((lookup) => mark.test(lookup))
      .map((lookup) => lookup.replace(/[=?]$/, ""));
    for (const base of (parts[index + 1] ?? "").split(",")) {
      for (const lookup of lookups) {
        names.add(lookup === "" ? base : `${base}__${lookup}`);
      }
    }
  }
  return names;
}
