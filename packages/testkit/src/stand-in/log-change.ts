import { isDeepStrictEqual } from "node:util";
import type { Place } from "./kind.ts";
import type { Row } from "./store.ts";
import { titleOf } from "./title-of.ts";

/** What happened to one object. */
export interface Change {
  /** Undefined for a new one. */
  readonly before?: Row | undefined;
  /** Undefined for one that is gone. */
  readonly after?: Row | undefined;
  /** The `changelog_message` of the request. */
  readonly message: string;
}

/** Where the change log is. */
export const changeLogPath = "core/object-changes/";

/** Writes a change into the change log, with the object before and after it in NetBox's flat form. */
export function logChange({ before, after, message }: Change, place: Place): void {
  const { kind, store, request } = place;
  const row = after ?? before;
  const prechange = flatten(before, place);
  const postchange = flatten(after, place);
  // A change that changes nothing is not logged.
  if (kind.isUnlogged || !row || isDeepStrictEqual(prechange, postchange)) {
    return;
  }
  store.insert(changeLogPath, {
    user: request.user.id,
    user_name: request.user.values["username"],
    request_id: request.id,
    action: actionOf(before, after),
    changed_object_type: kind.objectType,
    changed_object_title: titleOf(kind),
    changed_object_id: row.id,
    object_repr: kind.display(row),
    message,
    prechange_data: prechange,
    postchange_data: postchange,
  });
}

function actionOf(before: Row | undefined, after: Row | undefined): string {
  if (!before) {
    return "create";
  }
  return after ? "update" : "delete";
}

/** References are ids, choices their values, tags names; what NetBox computes is not in it. */
function flatten(row: Row | undefined, place: Place): Row["values"] {
  const fields = row ? Object.entries(place.kind.fields) : [];
  const logged = fields.filter(([, field]) => !field.isReadOnly || field.isHidden);
  return Object.fromEntries(
    logged.map(([name, field]) => {
      const stored = row?.values[name];
      return [name, field.log ? field.log(stored, place) : stored];
    }),
  );
}
