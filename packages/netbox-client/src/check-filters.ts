import {
  booleanFilters,
  knownFilters,
  plainFilters,
  singleValuedFilters,
} from "./known-filters.ts";
import { NetBoxError } from "./netbox-error.ts";
import type { Filters, FilterValue } from "./query.ts";
import { suggestWord } from "./suggest-word.ts";

/** A list, and how to learn the version of the NetBox that is asked for it. */
export interface FilteredList {
  readonly path: string;
  /** Names that the caller vouches for. */
  readonly allowed: readonly string[];
  /** Called only for filters that not every version has, and for those that don't take just any values. */
  readonly apiVersion: () => Promise<string>;
}

/**
 * Refuses what NetBox would ignore: filters that it does not have (it answers with the whole
 * table), filters without a value, several values where only the last would count, a text where it
 * wants true or false, and parameters of paging, which are the client's own. The names of custom
 * fields (`cf_…`) pass, since every NetBox has its own. Throws `NETBOX_UNKNOWN_FILTER`; the list is
 * not asked for.
 */
export async function checkFilters(
  filters: Filters,
  { path, allowed, apiVersion }: FilteredList,
): Promise<void> {
  const names = Object.keys(filters).filter(
    (name) => !allowed.includes(name) && !name.startsWith("cf_"),
  );
  refusePaging(names, path);
  refuseEmpty(filters, path);
  const plain = plainFilters(path);
  if (names.every((name) => plain.has(name))) {
    return;
  }
  const version = await apiVersion();
  refuseUnknown(names, path, version);
  refuseValues(filters, names, { path, version });
}

const paging: Readonly<Record<string, string>> = {
  brief: "fields",
  fields: "fields",
  format: "nothing: answers are JSON",
  limit: "pageSize",
  offset: "iterate, which pages by itself",
  omit: "fields",
  ordering: "nothing: objects come ordered by id",
  start: "iterate, which pages by itself",
};

function refusePaging(names: readonly string[], path: string): void {
  const own = names.find((name) => Object.hasOwn(paging, name));
  if (own !== undefined) {
    throw new NetBoxError("NETBOX_UNKNOWN_FILTER", `${path}: "${own}" is no filter`, {
      hint: `Instead of it: ${paging[own]}.`,
    });
  }
}

// An empty list sends no parameter, and NetBox ignores an empty text.
function refuseEmpty(filters: Filters, path: string): void {
  const empty = Object.keys(filters).find((name) => isEmpty(filters[name]));
  if (empty !== undefined) {
    throw new NetBoxError("NETBOX_UNKNOWN_FILTER", `${path}: the filter "${empty}" has no value`, {
      hint: "NetBox would have answered with every object there is, so it was not asked.",
    });
  }
}

function isEmpty(value: FilterValue | undefined): boolean {
  const values = Array.isArray(value) ? value : [value];
  return values.length === 0 || values.some((one) => String(one ?? "").trim() === "");
}

function refuseUnknown(names: readonly string[], path: string, version: string): void {
  const known = knownFilters(path, version) ?? new Set<string>();
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const described = unknown.map((name) => `"${name}"${suggestFilter(name, known)}`);
    throw new NetBoxError(
      "NETBOX_UNKNOWN_FILTER",
      `${path}: NetBox ${version} has no filter ${described.join(", ")}`,
      { hint: "NetBox would have answered with every object there is, so it was not asked." },
    );
  }
}

// Django's word for several values, of which the nearest of NetBox's is the negation (`id__n`).
function suggestFilter(name: string, known: ReadonlySet<string>): string {
  const base = name.replace(/__in$/, "");
  return base !== name && known.has(base)
    ? `; give a list to "${base}"`
    : suggestWord(name, [...known]);
}

function refuseValues(
  filters: Filters,
  names: readonly string[],
  { path, version }: { readonly path: string; readonly version: string },
): void {
  const single = singleValuedFilters(path, version);
  const several = names.find((name) => single.has(name) && isSeveral(filters[name]));
  if (several !== undefined) {
    throw new NetBoxError(
      "NETBOX_UNKNOWN_FILTER",
      `${path}: the filter "${several}" of NetBox ${version} takes one value, and would obey the last`,
      { hint: "Ask once for each value." },
    );
  }
  const booleans = booleanFilters(path, version);
  const odd = names.find((name) => booleans.has(name) && !isBoolean(filters[name]));
  if (odd !== undefined) {
    throw new NetBoxError(
      "NETBOX_UNKNOWN_FILTER",
      `${path}: the filter "${odd}" takes true or false`,
      {
        hint: "NetBox would have answered as if it were not there, so it was not asked.",
      },
    );
  }
}

function isSeveral(value: FilterValue | undefined): boolean {
  return Array.isArray(value) && value.length > 1;
}

function isBoolean(value: FilterValue | undefined): boolean {
  return typeof value === "boolean" || value === "true" || value === "false";
}
