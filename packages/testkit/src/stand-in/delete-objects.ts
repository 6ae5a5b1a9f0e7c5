import { compareRows } from "./compare-rows.ts";
import { deleteRow } from "./delete-row.ts";
import type { Place } from "./kind.ts";
import { readBulkItems } from "./read-bulk-items.ts";
import type { Row } from "./store.ts";
import { messageIn } from "./write-row.ts";

/**
 * Deletes all objects of one bulk DELETE or none. An id that does not exist is dropped without a
 * word.
 */
export function deleteObjects(body: unknown, place: Place): void {
  const { store, kind } = place;
  const items = readBulkItems(body);
  store.transaction(() => {
    for (const row of store
      .rows(kind.path)
      .filter(({ id }) => items.has(id))
      .toSorted(compareRows(kind.order))) {
      deleteObject(row, items.get(row.id), place);
    }
  });
}

/** Deletes one object, if nothing protects it. */
export function deleteObject(row: Row, body: unknown, place: Place): void {
  deleteRow(row, place, messageIn(body));
}
