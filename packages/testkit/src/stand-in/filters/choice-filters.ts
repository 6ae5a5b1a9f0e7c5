import { errorSentences } from "../error-sentences.ts";
import type { Filter, Filters } from "../kind.ts";
import { Refusal } from "../refusal.ts";

/** Filters by choice fields; a value that is no choice is refused. */
export function choiceFilters(...fields: readonly string[]): Filters {
  return Object.fromEntries(fields.map((field) => [field, choiceFilter(field)]));
}

function choiceFilter(field: string): Filter {
  return (wanted, { kind }) => {
    const bad = wanted.find((value) => !kind.fields[field]?.choices?.includes(value));
    if (bad !== undefined) {
      throw new Refusal(400, { [field]: [errorSentences.badFilterChoice(bad)] });
    }
    return ({ values }) => wanted.includes(String(values[field]));
  };
}

/** Filters by `true` and `false`; anything else is ignored in silence, as NetBox does. */
export function booleanFilters(...fields: readonly string[]): Filters {
  return Object.fromEntries(
    fields.map((field): [string, Filter] => [
      field,
      (wanted) => {
        const last = wanted.at(-1)?.toLowerCase();
        const isKnown = last === "true" || last === "false";
        return ({ values }) => !isKnown || values[field] === (last === "true");
      },
    ]),
  );
}
