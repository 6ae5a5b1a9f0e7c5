import type { JournalEntry, JournalOutcome } from "./journal.ts";

/** What came of an applied plan. Every operation of the plan stands in exactly one list. */
export interface Receipt {
  readonly target: string;
  readonly done: readonly JournalOutcome[];
  readonly failed: readonly JournalOutcome[];
  /** Begun, and the end never heard of: the process or the connection died in between. */
  readonly unknown: readonly string[];
  readonly notAttempted: readonly string[];
}

/** The summary of a journal, also of one that breaks off. Pure. */
export function summarizeJournal(entries: readonly JournalEntry[]): Receipt {
  const begin = entries.find((entry) => entry.type === "begin");
  const outcomes = entries.filter((entry) => entry.type === "outcome");
  const settled = new Set(outcomes.map((outcome) => outcome.operation));
  const intended = new Set(
    entries.flatMap((entry) => (entry.type === "intent" ? entry.operations : [])),
  );
  const open = (begin?.operations ?? []).filter((name) => !settled.has(name));
  return {
    target: begin?.target ?? "",
    done: outcomes.filter((outcome) => outcome.status === "done"),
    failed: outcomes.filter((outcome) => outcome.status === "failed"),
    unknown: open.filter((name) => intended.has(name)),
    notAttempted: open.filter((name) => !intended.has(name)),
  };
}

/** Whether everything in the plan was done. */
export function isComplete(receipt: Receipt): boolean {
  return receipt.failed.length + receipt.unknown.length + receipt.notAttempted.length === 0;
}
