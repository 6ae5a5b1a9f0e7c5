import type { Operation, Plan } from "@multipass-netbox/core";
import type { ChangeOptions } from "./change-options.ts";
import type { Terminal } from "./open-terminal.ts";

/** A plan, and what there is to say about it. */
export interface PlannedChange<O extends Operation> {
  readonly plan: Plan<O>;
  /** Whether there is something to do. Default: when the plan is not empty. */
  readonly isDue?: boolean;
  /** What this plan can't bring back, a sentence each. */
  readonly losses?: readonly string[];
  /** Shown under the plan, a line each. */
  readonly remarks?: readonly string[];
  /** What stands beside the plan with `--json`. */
  readonly details?: object;
}

/** Something that plans a change and makes it: `seed`, `seed undo`, `deploy`. */
export interface ChangeTask<O extends Operation, P extends PlannedChange<O> = PlannedChange<O>> {
  /** Shows a new plan: `multipass-netbox seed plan`. */
  readonly planCommand: string;
  /** What it means that there is nothing to do, as a sentence without its end. */
  readonly whenEmpty: string;
  /** An operation as a person reads it, the first line its name. */
  readonly describe: (operation: O) => readonly string[];
  /** Looks at what is there and plans. Nothing is written. */
  plan(): Promise<P>;
  /** Keeps other runs of this user away while a question stands. */
  hold?(target: string): Promise<AsyncDisposable>;
  /** Asks in other words than whether to apply the plan, which was not shown yet. */
  confirm?(planned: P, options: ChangeOptions, terminal: Terminal): Promise<boolean>;
  /** Makes the change that was shown, or nothing when it is stale, and tells what was done. */
  apply(shown: P, terminal: Terminal): Promise<void>;
}
