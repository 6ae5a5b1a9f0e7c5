/** A request as the stand-in sees it. */
export interface StandInRequest {
  readonly method: string;
  /** Below the base path, without the query: `/api/dcim/sites/`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; undefined without a body. */
  readonly body: unknown;
  readonly sizeBytes: number;
}

/** One line of the stand-in's log. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** `limit=1000&offset=0`; empty without a query. */
  readonly query: string;
  readonly body: unknown;
  /** 0 when the connection ended before the request was carried out. */
  readonly status: number;
}

/** An answer before it is put into a language and on the wire. */
export interface StandInAnswer {
  readonly status: number;
  /** JSON; undefined for an empty answer, text where a content type is given. */
  readonly body?: unknown;
  /** JSON unless it is given. */
  readonly contentType?: string;
  /** Besides those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
}
