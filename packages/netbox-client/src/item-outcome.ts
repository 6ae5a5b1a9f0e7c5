import type { ErrorCode } from "@multipass-netbox/core";
import type { FieldError } from "./netbox-error.ts";

/** Carried out, and the answer holds what was sent. */
export interface DoneItem<T> {
  readonly status: "done";
  readonly id: number;
  /** The object as NetBox holds it now; undefined after a deletion. */
  readonly object: T;
  /** NetBox's id of the request; absent where a change or a deletion was found done without its answer. */
  readonly requestId?: string | undefined;
}

/** Refused; or carried out, and NetBox kept something else (`NETBOX_NOT_KEPT`). */
export interface FailedItem {
  readonly status: "failed";
  readonly code: ErrorCode;
  readonly message: string;
  readonly fieldErrors: readonly FieldError[];
  /** The object's id where it exists: always for a change, and for what was kept otherwise. */
  readonly id?: number | undefined;
  readonly requestId?: string | undefined;
}

/** Sent, no answer came, and looking did not tell: it may exist. */
export interface UnknownItem {
  readonly status: "unknown";
  readonly message: string;
}

/** Never sent, or provably not carried out. */
export interface NotAttemptedItem {
  readonly status: "not-attempted";
}

/** What became of one item of a bulk request. */
export type ItemOutcome<T> = DoneItem<T> | FailedItem | UnknownItem | NotAttemptedItem;
