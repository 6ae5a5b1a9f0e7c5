import { pointingIdFilter } from "./filters/pointing-filters.ts";
import type { Field, Filters, Place } from "./kind.ts";
import { kindAt, references } from "./references.ts";
import { renderBrief } from "./render-object.ts";
import type { Row, Store } from "./store.ts";

const path = "users/permissions/";
type Holders = "users" | "groups";

/**
 * The object permissions of a user or a group. They are kept with the permission; what is written
 * here waits for {@link writePermissions}.
 */
export function permissionsOf(holders: Holders): Field {
  const { pointer: _none, ...list } = references(path);
  return {
    ...list,
    initial: null,
    render: (_, place, { id }) =>
      listPermissions(place.store, holders, id).map((permission) =>
        renderBrief(permission, { ...place, kind: kindAt(path, place) }),
      ),
  };
}

/** Finds users or groups by a permission of theirs. */
export function permissionFilter(holders: Holders): Filters {
  return pointingIdFilter("permission", {
    path,
    idOf: ({ id }, { store }) => listPermissions(store, holders, id).map((one) => one.id),
  });
}

/** Gives a user or a group the permissions that were written, and takes all others away. */
export function writePermissions(holders: Holders, row: Row, { store, kind }: Place): void {
  const wanted = row.values["permissions"] as readonly number[] | null;
  if (wanted === null) {
    return;
  }
  for (const permission of store.rows(path)) {
    const others = holdersOf(permission, holders).filter((id) => id !== row.id);
    const listed = wanted.includes(permission.id) ? [...others, row.id] : others;
    store.amend(path, permission, { ...permission.values, [holders]: listed });
  }
  store.amend(kind.path, row, { ...row.values, permissions: null });
}

/** The permissions that name this user or this group. */
export function listPermissions(store: Store, holders: Holders, id: number): readonly Row[] {
  return store.rows(path).filter((permission) => holdersOf(permission, holders).includes(id));
}

function holdersOf({ values }: Row, holders: Holders): readonly number[] {
  return values[holders] as readonly number[];
}
