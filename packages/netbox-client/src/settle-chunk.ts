import type { FailedItem, ItemOutcome } from "./item-outcome.ts";
import {
  describeFieldErrors,
  type FieldError,
  type ItemError,
  NetBoxError,
} from "./netbox-error.ts";
import { requestFate } from "./request-fate.ts";
import type { BulkItem, BulkMethod } from "./bulk-method.ts";

/** Where outcomes go. */
interface Settling<T> {
  readonly settle: (index: number, outcome: ItemOutcome<T>) => void;
  readonly onSend: ((indexes: readonly number[]) => void) | undefined;
}

/** A chunk on its way. */
export interface Chunk<T> extends Settling<T> {
  readonly method: BulkMethod<T>;
  readonly items: readonly BulkItem[];
}

/**
 * Sends one chunk and settles each of its items, by as many requests as that takes. Gives what
 * must stop the whole run; undefined when at most single items failed.
 */
export async function settleChunk<T>(chunk: Chunk<T>): Promise<NetBoxError | undefined> {
  const { method, items, onSend } = chunk;
  if (items.length === 0) {
    return undefined;
  }
  onSend?.(items.map(({ index }) => index));
  try {
    return settleAll(chunk, await method.send(items));
  } catch (error) {
    if (!(error instanceof NetBoxError)) {
      throw error;
    }
    const fate = requestFate(error);
    return fate === "unsent" ? error : await settleFailed(chunk, error, fate);
  }
}

function settleFailed<T>(
  chunk: Chunk<T>,
  error: NetBoxError,
  fate: "refused" | "lost",
): Promise<NetBoxError | undefined> {
  return fate === "lost" ? settleLost(chunk, error) : settleRefused(chunk, error);
}

function settleAll<T>(
  { items, settle }: Chunk<T>,
  outcomes: readonly ItemOutcome<T>[],
): NetBoxError | undefined {
  for (const [place, { index }] of items.entries()) {
    settle(index, outcomes[place] ?? { status: "unknown", message: "NetBox did not answer it" });
  }
  const lossy = outcomes.find((outcome) => isNotKept(outcome));
  return lossy && refuseLoss(lossy);
}

function isNotKept<T>(outcome: ItemOutcome<T>): outcome is FailedItem {
  return outcome.status === "failed" && outcome.code === "NETBOX_NOT_KEPT";
}

function refuseLoss({ code, message, requestId }: FailedItem): NetBoxError {
  return new NetBoxError(code, message, {
    requestId,
    hint: "NetBox accepted the request and kept something else. Does this version of NetBox know the field?",
  });
}

/** The answer is gone: what NetBox holds now tells, or it stays unknown and nothing is repeated. */
async function settleLost<T>(
  chunk: Chunk<T>,
  error: NetBoxError,
): Promise<NetBoxError | undefined> {
  const { method, items } = chunk;
  const unknown = { status: "unknown", message: error.message } as const;
  const outcomes = await method.look(items).catch(() => items.map(() => unknown));
  const loss = settleAll(chunk, outcomes);
  return outcomes.some(({ status }) => status === "unknown") ? error : loss;
}

async function settleRefused<T>(
  chunk: Chunk<T>,
  error: NetBoxError,
): Promise<NetBoxError | undefined> {
  const { items } = chunk;
  const named = findNamed(items, error.items);
  if (named.size > 0) {
    for (const [item, fieldErrors] of named) {
      chunk.settle(item.index, buildFailure(item, error, fieldErrors));
    }
    return await settleChunk({ ...chunk, items: items.filter((item) => !named.has(item)) });
  }
  const isWhole = !perItemStatuses.has(error.status ?? 0);
  if (isWhole || items.length === 1) {
    const fieldErrors = error.items.flatMap((item) => item.fieldErrors);
    settleAll(
      chunk,
      items.map((item) => buildFailure(item, error, fieldErrors)),
    );
    return isWhole ? error : undefined;
  }
  return await settleHalves(chunk);
}

// With these NetBox speaks of one item of the request, even where it does not say of which.
const perItemStatuses = new Set([400, 409, 412, 500]);

async function settleHalves<T>(chunk: Chunk<T>): Promise<NetBoxError | undefined> {
  const half = Math.ceil(chunk.items.length / 2);
  return (
    (await settleChunk({ ...chunk, items: chunk.items.slice(0, half) })) ??
    (await settleChunk({ ...chunk, items: chunk.items.slice(half) }))
  );
}

function findNamed(
  items: readonly BulkItem[],
  errors: readonly ItemError[],
): ReadonlyMap<BulkItem, readonly FieldError[]> {
  const named = errors.flatMap(({ index, id, fieldErrors }) => {
    const item =
      index === undefined
        ? items.find(({ body }) => id !== undefined && body["id"] === id)
        : items[index];
    return item ? [[item, fieldErrors] as const] : [];
  });
  return new Map(named);
}

function buildFailure(
  { body }: BulkItem,
  error: NetBoxError,
  fieldErrors: readonly FieldError[],
): FailedItem {
  const said = describeFieldErrors(fieldErrors);
  // Of an id NetBox 4.7 says in a 400 that there is none.
  const isGone = fieldErrors.length > 0 && fieldErrors.every(({ field }) => field === "id");
  return {
    status: "failed",
    code: isGone ? "NETBOX_NOT_FOUND" : error.code,
    message: said === "" ? error.message : said,
    fieldErrors,
    id: typeof body["id"] === "number" ? body["id"] : undefined,
    requestId: error.requestId,
  };
}
