import { isDeepStrictEqual } from "node:util";
import type { Fields, Json } from "./json.ts";

/** One field whose value is not the desired one. */
export interface FieldChange {
  readonly field: string;
  /** The value found; null where there is none. */
  readonly before: Json;
  /** The value wanted. */
  readonly after: Json;
}

/**
 * The fields of `desired` that `actual` does not hold, sorted by name. A field that
 * `desired` does not name is nobody's business: it is never reported. A field absent from
 * `actual` counts as null. Values are compared deeply; both sides must be normalised.
 */
export function diffFields(actual: Fields, desired: Fields): readonly FieldChange[] {
  return Object.keys(desired)
    .toSorted()
    .flatMap((field) => {
      const before = actual[field] ?? null;
      const after = desired[field] ?? null;
      return isDeepStrictEqual(before, after) ? [] : [{ field, before, after }];
    });
}
