import type { Logger, Secret } from "@multipass-netbox/core";
import { Agent, type Dispatcher, interceptors, request as send } from "undici";
import { retryPolicy } from "./retry-policy.ts";
import { buildAuthorization } from "./authorization.ts";
import { NetBoxError } from "./netbox-error.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";
import { buildQuery } from "./query.ts";
import { readAnswer } from "./read-answer.ts";

export interface TransportOptions {
  readonly baseUrl: URL;
  readonly token: Secret;
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
  /** Replaces the connection pool, for tests. */
  readonly dispatcher: Dispatcher | undefined;
}

/** The one place that talks HTTP. Sends the token to the configured origin and nowhere else. */
export interface Transport extends AsyncDisposable {
  send(request: NetBoxRequest): Promise<Answer>;
}

// gunicorn closes a connection after 2 s without a request (Granian and Kong later): one that has
// been idle nearly that long may be closed while a write is on its way.
const maxIdleMs = 1000;

/** Keep-alive connections to one NetBox. Throws `NETBOX_UNREACHABLE` when there is no answer. */
export function openTransport(options: TransportOptions): Transport {
  const pool = new Agent({ connections: 4, keepAliveTimeout: maxIdleMs }).compose(
    interceptors.retry(retryPolicy),
  );
  const dispatcher = options.dispatcher ?? pool;
  return {
    send: (request) => sendRequest(request, { ...options, dispatcher }),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

type OpenOptions = TransportOptions & { readonly dispatcher: Dispatcher };

async function sendRequest(request: NetBoxRequest, options: OpenOptions): Promise<Answer> {
  const begunMs = performance.now();
  const answer = await exchange(request, options);
  options.logger?.debug(
    {
      method: request.method,
      path: request.path,
      status: answer.status,
      requestId: answer.requestId,
      durationMs: Math.round(performance.now() - begunMs),
    },
    "NetBox answered",
  );
  return answer;
}

async function exchange(request: NetBoxRequest, options: OpenOptions): Promise<Answer> {
  const url = buildUrl(request, options.baseUrl);
  try {
    const response = await send(url, {
      method: request.method,
      dispatcher: options.dispatcher,
      signal: AbortSignal.timeout(options.timeoutMs),
      headers: buildHeaders(request, options.token),
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    return readAnswer(request, response, await response.body.text());
  } catch (cause) {
    throw unreachable(url, options.timeoutMs, cause);
  }
}

function buildUrl({ path, query = {} }: NetBoxRequest, baseUrl: URL): URL {
  const url = new URL(baseUrl);
  url.pathname = `${baseUrl.pathname.replace(/\/$/, "")}/api/${path}`;
  url.search = buildQuery(query);
  return url;
}

function buildHeaders(request: NetBoxRequest, token: Secret): Readonly<Record<string, string>> {
  return {
    accept: "application/json",
    // Without it errors and labels come in the server's language.
    "accept-language": "en",
    authorization: buildAuthorization(token.reveal()),
    ...(request.body === undefined ? {} : { "content-type": "application/json" }),
  };
}

function unreachable(url: URL, timeoutMs: number, cause: unknown): unknown {
  if (cause instanceof NetBoxError) {
    return cause;
  }
  const timedOut = cause instanceof Error && cause.name === "TimeoutError";
  const message = timedOut
    ? `no answer from NetBox at ${url.origin} within ${timeoutMs / 1000} s`
    : `NetBox at ${url.origin} can't be reached`;
  return new NetBoxError("NETBOX_UNREACHABLE", message, {
    cause,
    hint: "Is it running, and is the address right? `multipass-netbox lab up` starts one on this machine.",
  });
}
