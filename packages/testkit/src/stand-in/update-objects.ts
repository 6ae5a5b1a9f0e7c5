import { compareRows } from "./compare-rows.ts";
import type { Place } from "./kind.ts";
import { readBody } from "./read-body.ts";
import { readBulkItems } from "./read-bulk-items.ts";
import type { Row } from "./store.ts";
import { messageIn, replaceRow } from "./write-row.ts";

/**
 * Changes all objects of one bulk PATCH or none, in the order of the model and not of the
 * request. An id that does not exist is dropped without a word, the last of two changes to one
 * object wins, and what is wrong with the first bad one is all that is said.
 */
export function updateObjects(body: unknown, place: Place): readonly Row[] {
  const { store, kind } = place;
  const changes = readBulkItems(body);
  return store.transaction(() =>
    store
      .rows(kind.path)
      .filter(({ id }) => changes.has(id))
      .toSorted(compareRows(kind.order))
      .map((row) => updateObject(row, changes.get(row.id), place)),
  );
}

/** Changes one object. */
export function updateObject(before: Row, change: unknown, place: Place): Row {
  const values = readBody(change, place, before);
  return replaceRow({ before, values, message: messageIn(change) }, place);
}
