import type { ItemOutcome } from "./item-outcome.ts";
import type { JsonObject } from "./json-object.ts";

/** One item of a bulk request. */
export interface BulkItem {
  /** Its place in the caller's list. */
  readonly index: number;
  readonly body: JsonObject;
}

/** How one kind of bulk request is sent, and how its traces are found when no answer comes. */
export interface BulkMethod<T> {
  readonly path: string;
  /** Outcomes that a look at NetBox foretells; nothing has been sent when it throws. */
  readonly screen?: (items: readonly BulkItem[]) => Promise<ReadonlyMap<BulkItem, ItemOutcome<T>>>;
  /** One request: all or nothing. Gives the outcomes in the order of the items; throws a refusal. */
  readonly send: (items: readonly BulkItem[]) => Promise<readonly ItemOutcome<T>[]>;
  /** What became of a request whose answer was lost, from what NetBox holds now. */
  readonly look: (items: readonly BulkItem[]) => Promise<readonly ItemOutcome<T>[]>;
}
