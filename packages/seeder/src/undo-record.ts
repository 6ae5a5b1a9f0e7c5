import {
  type JournalEntry,
  type JournalOutcome,
  operationName,
  type Plan,
} from "@multipass-netbox/core";
import type { SeedOperation } from "./seed-operation.ts";

/** An operation that a run carried out, or may have carried out. */
export interface PastOperation {
  readonly operation: SeedOperation;
  /** Its place in the plan, from 0. */
  readonly level: number;
  /** The object's id; undefined where no answer came. */
  readonly objectId: number | undefined;
  /** Whether NetBox's id of the request that did it is known. */
  readonly isAnswered: boolean;
}

/** What a receipt says of a run. */
export interface UndoRecord {
  readonly target: string;
  readonly operations: readonly PastOperation[];
  /** NetBox's ids of the requests of the run. */
  readonly requestIds: ReadonlySet<string>;
}

/**
 * What is to be undone, from the plan of a run and its journal: what was done, what NetBox kept
 * otherwise than it was sent, and what was sent without an answer. Pure.
 */
export function buildUndoRecord(
  plan: Plan<SeedOperation>,
  journal: readonly JournalEntry[],
): UndoRecord {
  const outcomes = journal.filter((entry) => entry.type === "outcome");
  const byName = new Map(outcomes.map((outcome) => [outcome.operation, outcome]));
  const begun = new Set(
    journal.flatMap((entry) => (entry.type === "intent" ? entry.operations : [])),
  );
  const past = plan.levels.flatMap((operations, level) =>
    operations.flatMap((operation) => {
      const outcome = byName.get(operationName(operation));
      return hasHappened(operation, outcome, begun)
        ? [
            {
              operation,
              level,
              objectId: outcome?.objectId,
              isAnswered: outcome?.requestId !== undefined,
            },
          ]
        : [];
    }),
  );
  const requestIds = new Set(outcomes.flatMap(({ requestId }) => requestId ?? []));
  return { target: plan.target, operations: past, requestIds };
}

// A failed create with an id was made, and kept otherwise; a failed change has an id as well.
function hasHappened(
  operation: SeedOperation,
  outcome: JournalOutcome | undefined,
  begun: ReadonlySet<string>,
): boolean {
  if (outcome === undefined) {
    return begun.has(operationName(operation));
  }
  return (
    outcome.status === "done" || (operation.action === "create" && outcome.objectId !== undefined)
  );
}
