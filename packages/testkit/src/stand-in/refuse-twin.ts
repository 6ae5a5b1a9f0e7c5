import type { Checked, Place } from "./kind.ts";
import { NotModelled } from "./refusal.ts";

/** The first set of fields in which another object of the kind already has the same values. */
export function findTwinFields(
  { id, values }: Checked,
  { store, kind }: Place,
): readonly string[] | undefined {
  const sets = kind.uniqueTogether ?? [];
  const others = sets.length === 0 ? [] : store.rows(kind.path).filter((row) => row.id !== id);
  return sets.find((fields) =>
    others.some((row) => fields.every((field) => row.values[field] === values[field])),
  );
}

/** A 501 for a second object with the same values: nobody recorded what NetBox says to it. */
export function refuseTwin(checked: Checked, place: Place): void {
  const fields = findTwinFields(checked, place);
  if (fields) {
    throw new NotModelled(
      `two objects of ${place.kind.path} with the same ${fields.join(" and ")}`,
    );
  }
}
