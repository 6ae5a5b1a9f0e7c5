import type { ItemOutcome } from "./item-outcome.ts";
import type { ChunkLimits } from "./split-chunks.ts";

/** How objects are written. */
export interface WriteOptions<T = unknown> {
  /** Stands in NetBox's change log beside every change. */
  readonly changelogMessage?: string | undefined;
  /** Fields to send although no recorded NetBox knows them: those of a plugin, for example. */
  readonly allowFields?: readonly string[] | undefined;
  /** Fields that NetBox may keep otherwise than they were sent; `true` for all. */
  readonly allowLoss?: true | readonly string[] | undefined;
  /** Stops before the next request; one under way is never broken off. */
  readonly signal?: AbortSignal | undefined;
  /** Size of one request. Default 50 objects and 2,500,000 bytes. */
  readonly limits?: ChunkLimits | undefined;
  /** Requests at once. Default 1, and more for the kinds that NetBox then makes faster. */
  readonly concurrency?: number | undefined;
  /** Called with places in the request right before what may change something is sent. */
  readonly onSend?: ((indexes: readonly number[]) => void) | undefined;
  /** Called once per item as soon as its outcome is known. */
  readonly onOutcome?: ((index: number, outcome: ItemOutcome<T>) => void) | undefined;
}

/** How objects are changed. */
export interface UpdateOptions<T = unknown> extends WriteOptions<T> {
  /**
   * The objects as the caller saw them: what has been changed since is refused with
   * `NETBOX_CONFLICT`. By If-Match on NetBox 4.6 and later; before, by reading again right before
   * the change, which leaves a moment open.
   */
  readonly ifUnchanged?: readonly SeenObject[] | undefined;
}

/** When an object was last changed, as its reader saw it. */
export interface SeenObject {
  readonly id: number;
  /** ISO 8601, as NetBox answers it. */
  readonly last_updated?: string | null | undefined;
}
