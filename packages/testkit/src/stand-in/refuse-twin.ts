import type { Kind, Place } from "./kind.ts";
import { NotModelled } from "./refusal.ts";

/** A 501 for a second object with the same values: nobody recorded what NetBox says to it. */
export function refuseTwin(
  { id, values }: Parameters<NonNullable<Kind["check"]>>[0],
  { store, kind }: Place,
  fields: readonly string[],
): void {
  const hasTwin = store
    .rows(kind.path)
    .some((row) => row.id !== id && fields.every((field) => row.values[field] === values[field]));
  if (hasTwin) {
    throw new NotModelled(`two objects of ${kind.path} with the same ${fields.join(" and ")}`);
  }
}
