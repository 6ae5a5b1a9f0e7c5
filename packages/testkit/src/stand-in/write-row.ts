import type { Place } from "./kind.ts";
import { logChange } from "./log-change.ts";
import type { Row } from "./store.ts";

/** Stores a new object and logs it. */
export function insertRow(values: Row["values"], place: Place, message: string): Row {
  const after = place.store.insert(place.kind.path, values);
  logChange({ after, message }, place);
  place.kind.afterWrite?.(after, place);
  return after;
}

/** An object and what it becomes. */
export interface ReplacedRow {
  readonly before: Row;
  readonly values: Row["values"];
  readonly message: string;
}

/** Stores a change to an object and logs it. */
export function replaceRow({ before, values, message }: ReplacedRow, place: Place): Row {
  const after = place.store.replace(place.kind.path, before, values);
  logChange({ before, after, message }, place);
  place.kind.afterWrite?.(after, place);
  return after;
}

/** Removes one object and logs it, whatever points to it. */
export function removeRow(before: Row, place: Place, message: string): void {
  place.store.delete(place.kind.path, before.id);
  logChange({ before, message }, place);
  place.kind.afterDelete?.(before, place);
}

/** What a body says for the change log. It is never stored on the object. */
export function messageIn(body: unknown): string {
  const { changelog_message: message } = (body ?? {}) as { readonly changelog_message?: unknown };
  return typeof message === "string" ? message : "";
}
