import type { Filters } from "@multipass-netbox/netbox-client";

/**
 * A list of NetBox's that holds objects which change when one of a kind is deleted: they go as
 * well, or they lose their link to it. Not told here: journal entries, contacts, images, bookmarks
 * and subscriptions, which go with every object, and what NetBox refuses to lose (it refuses the
 * deletion itself).
 */
export interface Dependents {
  /** Below `/api/`: `ipam/services/`. */
  readonly path: string;
  /** The filter of that list that takes ids of the kind: `device_id`. */
  readonly filter: string;
  /** What becomes of them. */
  readonly effect: "deleted" | "unlinked";
  /** What else is to be asked, where the filter takes ids of other kinds too. */
  readonly where?: Filters;
  /** The first version of NetBox that has the list. */
  readonly since?: string;
}

/** Lists that take the ids under the same name, of what is deleted along. */
export function listsBy(
  filter: string,
  paths: readonly string[],
  more: Pick<Dependents, "where" | "since"> = {},
): readonly Dependents[] {
  return paths.map((path) => ({ path, filter, effect: "deleted", ...more }));
}

/** The same of what is merely unlinked. */
export function linksBy(filter: string, paths: readonly string[]): readonly Dependents[] {
  return paths.map((path) => ({ path, filter, effect: "unlinked" }));
}
