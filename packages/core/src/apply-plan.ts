import type { Journal, JournalEntry, JournalOutcome } from "./journal.ts";
import { type Operation, operationName, operationsOf, type Plan } from "./plan.ts";
import { type Receipt, summarizeJournal } from "./receipt.ts";

/** What an executor tells while it works through a level. */
export interface Reporter<O extends Operation> {
  /** Call right before the request that may change something. */
  intend(operations: readonly O[]): void;
  /** Call once per operation as soon as its effect is known. */
  settle(operation: O, outcome: Omit<JournalOutcome, "type" | "operation">): void;
}

/**
 * Has the effects of one level, and is the only place that has any. It may batch the
 * operations as it likes, reports on each, and throws when it can't go on.
 */
export type Executor<O extends Operation> = (
  operations: readonly O[],
  reporter: Reporter<O>,
  signal: AbortSignal,
) => Promise<void>;

export interface ApplyOptions<O extends Operation> {
  readonly execute: Executor<O>;
  readonly journal: Journal;
  /** Stops before the next level; the executor decides where inside one it can stop. */
  readonly signal?: AbortSignal | undefined;
}

/** The receipt, and what stopped the run if it was stopped. */
export interface ApplyResult {
  readonly receipt: Receipt;
  readonly failure?: unknown;
}

/**
 * Applies a plan level by level and stops at the first failure. Nothing is thrown: the
 * receipt says what was done, what failed, what is unknown and what was not attempted.
 * Not safe to run twice at once on one target; safe to run again after a new plan.
 */
export async function applyPlan<O extends Operation>(
  plan: Plan<O>,
  { execute, journal, signal = new AbortController().signal }: ApplyOptions<O>,
): Promise<ApplyResult> {
  const entries: JournalEntry[] = [];
  const write = (entry: JournalEntry): void => {
    entries.push(entry);
    journal.append(entry);
  };
  const reporter = reportTo<O>(write);
  write({ type: "begin", target: plan.target, operations: operationsOf(plan).map(operationName) });
  try {
    for (const level of plan.levels) {
      signal.throwIfAborted();
      await execute(level, reporter, signal);
    }
    return { receipt: summarizeJournal(entries) };
  } catch (failure) {
    return { receipt: summarizeJournal(entries), failure };
  }
}

function reportTo<O extends Operation>(write: (entry: JournalEntry) => void): Reporter<O> {
  return {
    intend: (operations) => {
      write({ type: "intent", operations: operations.map(operationName) });
    },
    settle: (operation, outcome) => {
      write({ type: "outcome", operation: operationName(operation), ...outcome });
    },
  };
}
