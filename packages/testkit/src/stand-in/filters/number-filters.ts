import type { Filter, Filters } from "../kind.ts";
import { NotModelled } from "../refusal.ts";
import type { Row } from "../store.ts";

/** Filters by a number: exact, `__n`, `__gt`, `__gte`, `__lt`, `__lte`. */
export function numberFilters(name: string, valueOf: (row: Row) => unknown): Filters {
  const by = (fits: (value: number, wanted: readonly number[]) => boolean): Filter => {
    return (wanted) => {
      const numbers = wanted.map((text) => readNumber(text, name));
      return (row) => fits(Number(valueOf(row)), numbers);
    };
  };
  const each = (fits: (value: number, wanted: number) => boolean): Filter =>
    by((value, wanted) => wanted.some((one) => fits(value, one)));
  return {
    [name]: by((value, wanted) => wanted.includes(value)),
    [`${name}__n`]: by((value, wanted) => !wanted.includes(value)),
    [`${name}__gt`]: each((value, wanted) => value > wanted),
    [`${name}__gte`]: each((value, wanted) => value >= wanted),
    [`${name}__lt`]: each((value, wanted) => value < wanted),
    [`${name}__lte`]: each((value, wanted) => value <= wanted),
  };
}

function readNumber(text: string, name: string): number {
  if (!/^-?\d+$/.test(text)) {
    throw new NotModelled(`the filter ${name}=${text}`);
  }
  return Number(text);
}

/** By the id. Only the exact one is recorded; the others are NetBox's for every number. */
export const idFilters: Filters = numberFilters("id", ({ id }) => id);
