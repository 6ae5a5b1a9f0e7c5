import type { Filters } from "./query.ts";

/** A request as data. */
export interface NetBoxRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api/`, with its trailing slash: `dcim/sites/`. */
  readonly path: string;
  readonly query?: Filters | undefined;
  readonly body?: unknown;
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
}
