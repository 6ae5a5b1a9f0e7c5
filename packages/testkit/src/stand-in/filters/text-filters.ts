import type { Filter, Filters } from "../kind.ts";
import type { Row } from "../store.ts";

/** Filters by text fields: exact, `__ic` for what contains the text, `__n` for all others. */
export function textFilters(...fields: readonly string[]): Filters {
  return Object.assign(
    {},
    ...fields.map((field) => ({
      [field]: exactFilter(field),
      [`${field}__ic`]: keep((text, wanted) => wanted.some((part) => has(text, part)), field),
      [`${field}__n`]: keep((text, wanted) => !wanted.includes(text), field),
    })),
  ) as Filters;
}

/** By a text field, exact alone. */
export function exactFilter(field: string): Filter {
  return keep((text, wanted) => wanted.includes(text), field);
}

/** NetBox's search: what contains the text in one of these fields. */
export function searchFilter(...fields: readonly string[]): Filter {
  return ([text = ""]) =>
    (row) =>
      fields.some((field) => has(textOf(row, field), text.trim()));
}

function keep(fits: (text: string, wanted: readonly string[]) => boolean, field: string): Filter {
  return (wanted) => (row) => fits(textOf(row, field), wanted);
}

function textOf({ values }: Row, field: string): string {
  const value = values[field];
  return typeof value === "string" ? value : "";
}

function has(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}
