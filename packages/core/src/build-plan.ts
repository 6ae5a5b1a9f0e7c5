import { type Operation, operationName, type Plan } from "./plan.ts";

/** An operation together with the level it belongs to; smaller levels are applied first. */
export interface Placed<O extends Operation> {
  readonly level: number;
  readonly operation: O;
}

/**
 * Orders operations into a plan. The result depends on the set of operations only, never on
 * the order in which they were found: levels ascend, and each is sorted by kind, key and action.
 */
export function buildPlan<O extends Operation>(
  target: string,
  placed: readonly Placed<O>[],
): Plan<O> {
  const levels = [...new Set(placed.map(({ level }) => level))].toSorted((a, b) => a - b);
  return { target, levels: levels.map((level) => operationsAt(placed, level)) };
}

function operationsAt<O extends Operation>(
  placed: readonly Placed<O>[],
  level: number,
): readonly O[] {
  return placed
    .filter((item) => item.level === level)
    .map((item) => item.operation)
    .toSorted(byKindKeyAction);
}

function byKindKeyAction(a: Operation, b: Operation): number {
  return (
    compareText(a.kind, b.kind) ||
    compareText(a.key, b.key) ||
    compareText(operationName(a), operationName(b))
  );
}

// Not localeCompare: the order of a plan must not depend on the reader's language.
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
