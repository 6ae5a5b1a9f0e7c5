/** The plan as it was when its application began: enough to tell what was never reached. */
export interface JournalBegin {
  readonly type: "begin";
  readonly target: string;
  /** Names of all operations, in order. */
  readonly operations: readonly string[];
}

/** Written before a call that may have an effect. */
export interface JournalIntent {
  readonly type: "intent";
  readonly operations: readonly string[];
}

/** Written when the effect of one operation is known. */
export interface JournalOutcome {
  readonly type: "outcome";
  readonly operation: string;
  readonly status: "done" | "failed";
  /** The server's own id of the request, where it gives one. */
  readonly requestId?: string | undefined;
  /** The server's id of the object, where there is one. */
  readonly objectId?: number | undefined;
  /** Why it failed, in one line. */
  readonly message?: string | undefined;
}

export type JournalEntry = JournalBegin | JournalIntent | JournalOutcome;

/**
 * Where {@link applyPlan} writes what it is about to do and what came of it. Append-only:
 * an entry must be on its way to durable storage when `append` returns, so that a receipt
 * can be made after `kill -9` as well.
 */
export interface Journal {
  append(entry: JournalEntry): void;
}
