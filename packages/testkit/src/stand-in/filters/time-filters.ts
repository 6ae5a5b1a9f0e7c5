import { errorTexts } from "../error-texts.ts";
import type { Filter, Filters } from "../kind.ts";
import { Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";

/** Filters by a time: `created__gt`, `__gte`, `__lt`, `__lte`. */
export function timeFilters(name: string, valueOf: (row: Row) => string): Filters {
  return {
    [`${name}__gt`]: timeFilter(`${name}__gt`, valueOf, (ms, wantedMs) => ms > wantedMs),
    [`${name}__gte`]: timeFilter(`${name}__gte`, valueOf, (ms, wantedMs) => ms >= wantedMs),
    [`${name}__lt`]: timeFilter(`${name}__lt`, valueOf, (ms, wantedMs) => ms < wantedMs),
    [`${name}__lte`]: timeFilter(`${name}__lte`, valueOf, (ms, wantedMs) => ms <= wantedMs),
  };
}

/** One such filter under a name of its own. */
export function timeFilter(
  name: string,
  valueOf: (row: Row) => string,
  fits: (ms: number, wantedMs: number) => boolean,
): Filter {
  return (wanted) => {
    const timesMs = wanted.map((text) => Date.parse(text));
    if (timesMs.some(Number.isNaN)) {
      throw new Refusal(400, { [name]: [errorTexts.badTime] });
    }
    return (row) => timesMs.some((wantedMs) => fits(Date.parse(valueOf(row)), wantedMs));
  };
}
