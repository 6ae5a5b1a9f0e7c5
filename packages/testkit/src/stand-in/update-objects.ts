import { compareRows } from "./compare-rows.ts";
import { errorTexts } from "./error-texts.ts";
import type { Place } from "./kind.ts";
import { readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import type { Row } from "./store.ts";

type Change = Readonly<Record<string, unknown>>;

/**
 * Changes all objects of one bulk PATCH or none, in the order of the model and not of the
 * request. An id that does not exist is dropped without a word, the last of two changes to one
 * object wins, and what is wrong with the first bad one is all that is said.
 */
export function updateObjects(body: unknown, place: Place): readonly Row[] {
  if (!Array.isArray(body)) {
    throw new Refusal(400, { non_field_errors: [errorTexts.notAList] });
  }
  const changes = body as readonly Change[];
  if (changes.some(({ id }) => id === undefined)) {
    throw new Refusal(
      400,
      changes.map(({ id }) => (id === undefined ? { id: [errorTexts.required] } : {})),
    );
  }
  const { store, kind } = place;
  const byId = new Map(changes.map((change) => [Number(change["id"]), change]));
  return store.transaction(() =>
    store
      .rows(kind.path)
      .filter(({ id }) => byId.has(id))
      .toSorted(compareRows(kind.order))
      .map((row) => updateObject(row, byId.get(row.id), place)),
  );
}

/** Changes one object. */
export function updateObject(row: Row, change: unknown, place: Place): Row {
  return place.store.replace(place.kind.path, row, readBody(change, place, row));
}
