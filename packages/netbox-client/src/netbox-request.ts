import type { Filters } from "./query.ts";

/** A request as data. */
export interface NetBoxRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api/`, with its trailing slash: `dcim/sites/`. */
  readonly path: string;
  /** On a GET only: NetBox takes `fields` on a write for an order to write nothing else. */
  readonly query?: Filters | undefined;
  readonly body?: unknown;
  /** ETags of which every object concerned must have one (NetBox 4.6 and later). */
  readonly ifMatch?: readonly string[] | undefined;
  /** Cancels a read; a write is never broken off. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer as data, whatever its status. */
export interface Answer {
  readonly status: number;
  /** Parsed JSON, or the text where it is not JSON. */
  readonly body: unknown;
  readonly isJson: boolean;
  readonly requestId: string | undefined;
  /** `4.5`, `4.7`: NetBox's `API-Version` header. */
  readonly apiVersion: string | undefined;
  /** Where a redirect points; never followed. */
  readonly location: string | undefined;
  /** How long the server asks to wait, from `Retry-After`. */
  readonly retryAfterMs: number | undefined;
}
