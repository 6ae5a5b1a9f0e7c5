import { findLosses, type LossExceptions } from "./find-losses.ts";
import type { Connection } from "./connection.ts";
import type { FailedItem, ItemOutcome } from "./item-outcome.ts";
import type { JsonObject } from "./json-object.ts";
import { describeFieldErrors } from "./netbox-error.ts";
import type { BulkItem } from "./bulk-method.ts";

/** What the bulk methods need to know of a kind and of a call. */
export interface BulkContext<T> {
  readonly connection: Connection;
  readonly path: string;
  readonly parse: (object: JsonObject) => T;
  readonly losses: LossExceptions;
  /** What NetBox's change log is to say; undefined for kinds without one. */
  readonly changelogMessage: string | undefined;
}

/** With the request that was answered. */
interface Judging<T> extends BulkContext<T> {
  readonly requestId?: string | undefined;
}

/** Compares an item with the object that NetBox says it made of it. */
export function judgeAnswered<T>(
  item: BulkItem,
  object: JsonObject,
  context: Judging<T>,
): ItemOutcome<T> {
  const { requestId, losses, parse } = context;
  const parsed = parse(object);
  const id = Number(object["id"]);
  const fieldErrors = findLosses(item.body, object, losses);
  if (fieldErrors.length === 0) {
    return { status: "done", id, object: parsed, requestId };
  }
  const message = describeFieldErrors(fieldErrors);
  return { status: "failed", code: "NETBOX_NOT_KEPT", message, fieldErrors, id, requestId };
}

/** The same after a lost answer: what does not fit is not there yet, or will never be. */
export function judgeFound<T>(
  item: BulkItem,
  object: JsonObject | undefined,
  context: BulkContext<T>,
): ItemOutcome<T> {
  const outcome = object && judgeAnswered(item, object, context);
  return outcome?.status === "done"
    ? outcome
    : { status: "unknown", message: "no answer came, and NetBox does not hold it so far" };
}

interface Reason {
  readonly code: FailedItem["code"];
  readonly message: string;
}

/** Why a change or a deletion can't be. */
export const gone: Reason = {
  code: "NETBOX_NOT_FOUND",
  message: "there is no object with this id",
};
/** Why a guarded change was refused. */
export const changedSince: Reason = {
  code: "NETBOX_CONFLICT",
  message: "somebody changed it since it was read",
};

/** The outcome of an item that was not carried out. */
export function failItem(item: BulkItem, { code, message }: Reason): FailedItem {
  return { status: "failed", code, message, fieldErrors: [], id: idOf(item) };
}

/** The id in the body of a change or a deletion. */
export function idOf({ body }: BulkItem): number {
  return Number(body["id"]);
}
