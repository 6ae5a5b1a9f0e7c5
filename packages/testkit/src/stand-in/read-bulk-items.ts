import { errorTexts } from "./error-texts.ts";
import { Refusal } from "./refusal.ts";

/** One object in the body of a bulk PATCH or DELETE. */
export type BulkItem = Readonly<Record<string, unknown>>;

/** The items of a bulk PATCH or DELETE by their ids; the last of two for one object wins. */
export function readBulkItems(body: unknown): ReadonlyMap<number, BulkItem> {
  if (!Array.isArray(body)) {
    throw new Refusal(400, { non_field_errors: [errorTexts.notAList] });
  }
  const items = body as readonly BulkItem[];
  if (items.some(({ id }) => id === undefined)) {
    throw new Refusal(
      400,
      items.map(({ id }) => (id === undefined ? { id: [errorTexts.required] } : {})),
    );
  }
  return new Map(items.map((item) => [Number(item["id"]), item]));
}
