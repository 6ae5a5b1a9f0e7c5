import { commonFilters, knownFilters } from "./known-filters.ts";
import { NetBoxError } from "./netbox-error.ts";
import type { Filters } from "./query.ts";
import { suggestWord } from "./suggest-word.ts";

/** A list, and how to learn the version of the NetBox that is asked for it. */
export interface FilteredList {
  readonly path: string;
  /** Names that the caller vouches for. */
  readonly allowed: readonly string[];
  /** Called only for filters that not every version has. */
  readonly apiVersion: () => Promise<string>;
}

/**
 * Refuses filters that NetBox would ignore: it answers them with the whole table. Custom fields
 * (`cf_…`) pass, since every NetBox has its own. Throws `NETBOX_UNKNOWN_FILTER`; the list is not
 * asked for.
 */
export async function checkFilters(
  filters: Filters,
  { path, allowed, apiVersion }: FilteredList,
): Promise<void> {
  const names = Object.keys(filters).filter(
    (name) => !allowed.includes(name) && !name.startsWith("cf_"),
  );
  const common = commonFilters(path);
  if (names.every((name) => common.has(name))) {
    return;
  }
  const version = await apiVersion();
  const known = knownFilters(path, version) ?? new Set<string>();
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const described = unknown.map((name) => `"${name}"${suggestWord(name, [...known])}`);
    throw new NetBoxError(
      "NETBOX_UNKNOWN_FILTER",
      `${path}: NetBox ${version} has no filter ${described.join(", ")}`,
      { hint: "NetBox would have answered with every object there is, so it was not asked." },
    );
  }
}
