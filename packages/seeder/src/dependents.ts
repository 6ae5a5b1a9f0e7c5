import type { Filters } from "@multipass-netbox/netbox-client";

/**
 * A list of NetBox's that holds objects which go when one of a kind is deleted. Not told here:
 * journal entries, contacts, images, bookmarks and subscriptions, which go with every object, and
 * what NetBox refuses to lose (it refuses the deletion itself) or merely unlinks.
 */
export interface Dependents {
  /** Below `/api/`: `ipam/services/`. */
  readonly path: string;
  /** The filter of that list that takes ids of the kind: `device_id`. */
  readonly filter: string;
  /** What else is to be asked, where the filter takes ids of other kinds too. */
  readonly where?: Filters;
  /** The first version of NetBox that has the list. */
  readonly since?: string;
}

/** Lists that take the ids under the same name. */
export function listsBy(
  filter: string,
  paths: readonly string[],
  more: Pick<Dependents, "where" | "since"> = {},
): readonly Dependents[] {
  return paths.map((path) => ({ path, filter, ...more }));
}
