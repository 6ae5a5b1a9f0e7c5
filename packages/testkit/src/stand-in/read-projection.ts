import type { Place } from "./kind.ts";
import { renderBrief, renderObject } from "./render-object.ts";
import type { Row } from "./store.ts";

/** The query parameters that say which fields of an object are answered. */
export const projectionNames: ReadonlySet<string> = new Set(["brief", "fields", "omit"]);

/**
 * How a GET shows each object: only the `fields` asked for, without those to `omit`, in brief
 * (`brief=false` as well, as NetBox does), or whole. Unknown names are ignored.
 */
export function readProjection(query: URLSearchParams, place: Place): (row: Row) => unknown {
  const fields = namesIn(query.get("fields"));
  const omitted = namesIn(query.get("omit"));
  if (fields.size > 0) {
    return (row) => renderObject(row, place, (name) => fields.has(name));
  }
  if (omitted.size > 0) {
    return (row) => renderObject(row, place, (name) => !omitted.has(name));
  }
  return (row) => (query.get("brief") ? renderBrief(row, place) : renderObject(row, place));
}

function namesIn(list: string | null): ReadonlySet<string> {
  return new Set((list ?? "").split(",").filter((name) => name !== ""));
}
