import { runLimited } from "./run-limited.ts";
import type { BulkItem, BulkMethod } from "./bulk-method.ts";
import type { ItemOutcome } from "./item-outcome.ts";
import type { JsonObject } from "./json-object.ts";
import { NetBoxBulkError } from "./netbox-bulk-error.ts";
import { NetBoxError } from "./netbox-error.ts";
import { type Chunk, settleChunk } from "./settle-chunk.ts";
import { defaultChunkLimits, splitChunks } from "./split-chunks.ts";
import type { WriteOptions } from "./write-options.ts";

/** The result of a bulk request of which every item was done. */
export interface BulkResult<T> {
  /** The objects as NetBox holds them now, in the order of the request. */
  readonly objects: readonly T[];
  readonly outcomes: readonly ItemOutcome<T>[];
}

/** Outcomes that are known before anything is sent, by place. */
export type Foretold<T> = ReadonlyMap<number, ItemOutcome<T>>;

/** What {@link runBulk} needs besides the method. */
export interface BulkRun<T> {
  readonly bodies: readonly JsonObject[];
  readonly foretold: Foretold<T>;
  readonly concurrency: number;
  readonly options: WriteOptions<T>;
}

/**
 * Sends any number of items in chunks and gives every one an outcome. What NetBox refuses by name
 * is left out and the rest sent again; where it does not say which item is meant, the chunk is
 * halved until it shows. A bad item stops nobody else; a lost answer, a loss or a refusal of the
 * whole request stops what was not sent yet. Throws {@link NetBoxBulkError} unless all were done.
 */
export async function runBulk<T>(method: BulkMethod<T>, run: BulkRun<T>): Promise<BulkResult<T>> {
  const { bodies, foretold, options, concurrency } = run;
  const outcomes: ItemOutcome<T>[] = bodies.map(() => ({ status: "not-attempted" }));
  const settle = (index: number, outcome: ItemOutcome<T>): void => {
    outcomes[index] = outcome;
    options.onOutcome?.(index, outcome);
  };
  for (const [index, outcome] of foretold) {
    settle(index, outcome);
  }
  const items = bodies
    .map((body, index) => ({ index, body }))
    .filter(({ index }) => !foretold.has(index));
  const stop = await sendChunks(items, { ...run, concurrency }, { method, settle });
  const done = outcomes.flatMap((outcome) => (outcome.status === "done" ? [outcome] : []));
  if (stop === undefined && done.length === outcomes.length) {
    return { objects: done.map(({ object }) => object), outcomes };
  }
  throw new NetBoxBulkError(method.path, outcomes, stop);
}

interface Sending<T> {
  readonly method: BulkMethod<T>;
  readonly settle: (index: number, outcome: ItemOutcome<T>) => void;
}

/** Gives what stopped it: an error, or the signal's reason. */
async function sendChunks<T>(
  items: readonly BulkItem[],
  { options, concurrency }: BulkRun<T>,
  { method, settle }: Sending<T>,
): Promise<unknown> {
  const { limits = defaultChunkLimits, signal, onSend } = options;
  let stop: unknown;
  await runLimited(
    splitChunks(items, limits, ({ body }) => body),
    concurrency,
    async (chunk) => {
      if (signal?.aborted) {
        stop ??= signal.reason;
      }
      if (stop === undefined) {
        const reason = await screenAndSettle({ method, items: chunk, settle, onSend });
        // A chunk beside it may have stopped the run meanwhile.
        stop ??= reason;
      }
      return stop === undefined;
    },
  );
  return stop;
}

async function screenAndSettle<T>(chunk: Chunk<T>): Promise<NetBoxError | undefined> {
  const { method, items, settle } = chunk;
  try {
    const foretold = (await method.screen?.(items)) ?? new Map<BulkItem, ItemOutcome<T>>();
    for (const [{ index }, outcome] of foretold) {
      settle(index, outcome);
    }
    return await settleChunk({ ...chunk, items: items.filter((item) => !foretold.has(item)) });
  } catch (error) {
    if (error instanceof NetBoxError) {
      return error;
    }
    throw error;
  }
}
