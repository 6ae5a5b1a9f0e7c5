import { compareParts, compareRows } from "./compare-rows.ts";
import type { Place } from "./kind.ts";
import { NotModelled } from "./refusal.ts";
import type { Row } from "./store.ts";

type Compare = (a: Row, b: Row) => number;

/**
 * The rows in the order that a list request asks for: `id`, `-id`, `protocol,-name`; in that of
 * the kind without. NetBox ignores a name that it does not know; here it is a 501.
 */
export function orderRows(
  rows: readonly Row[],
  ordering: string | null,
  place: Place,
): readonly Row[] {
  const compares = ordering
    ? ordering.split(",").map((part) => compareBy(part, place))
    : [compareRows(place.kind.order)];
  return rows.toSorted((a, b) => {
    const deciding = compares.find((compare) => compare(a, b) !== 0);
    return deciding ? deciding(a, b) : a.id - b.id;
  });
}

function compareBy(part: string, place: Place): Compare {
  const name = part.replace(/^-/, "");
  const valueOf = valueBy(name, place);
  const compare: Compare = (a, b) => compareParts(valueOf(a), valueOf(b));
  return part === name ? compare : (a, b) => compare(b, a);
}

function valueBy(name: string, { kind }: Place): (row: Row) => string | number {
  if (name === "id") {
    return ({ id }) => id;
  }
  if (name === "created" || name === "last_updated") {
    return ({ created, lastUpdated }) => (name === "created" ? created : lastUpdated);
  }
  const field = kind.fields[name];
  if (!field || field.isReadOnly || field.pointer) {
    throw new NotModelled(`ordering ${kind.path} by ${name}`);
  }
  return ({ values }) => {
    const value = values[name];
    if (typeof value !== "string" && typeof value !== "number") {
      throw new NotModelled(`ordering ${kind.path} by a ${name} of ${JSON.stringify(value)}`);
    }
    return value;
  };
}
