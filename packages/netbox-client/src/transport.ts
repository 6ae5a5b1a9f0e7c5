import { setTimeout as wait } from "node:timers/promises";
import type { Logger, Secret } from "@multipass-netbox/core";
import { Agent, type Dispatcher, request as send } from "undici";
import { buildAuthorization } from "./authorization.ts";
import { NetBoxError } from "./netbox-error.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";
import { buildQuery } from "./query.ts";
import { readAnswer } from "./read-answer.ts";
import { type Attempt, waitBeforeRetry } from "./retry-policy.ts";

export interface TransportOptions {
  readonly baseUrl: URL;
  readonly token: Secret;
  readonly timeoutMs: number;
  /** How many requests may be under way at once. */
  readonly concurrency: number;
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
  const pool = new Agent({ connections: options.concurrency, keepAliveTimeout: maxIdleMs });
  const dispatcher = options.dispatcher ?? pool;
  return {
    send: (request) => sendWithRetries(request, { ...options, dispatcher }),
    [Symbol.asyncDispose]: () => pool.close(),
  };
}

type OpenOptions = TransportOptions & { readonly dispatcher: Dispatcher };

async function sendWithRetries(request: NetBoxRequest, options: OpenOptions): Promise<Answer> {
  for (let retries = 0; ; retries += 1) {
    request.signal?.throwIfAborted();
    const attempt = await attemptOnce(request, options);
    const waitMs = waitBeforeRetry(request, attempt, { retries, random: Math.random() });
    if (waitMs === undefined) {
      return settle(attempt);
    }
    const { method, path } = request;
    options.logger?.warn({ method, path, waitMs: Math.round(waitMs) }, "NetBox is asked again");
    await wait(waitMs, undefined, { signal: request.signal }).catch(() => undefined);
  }
}

function settle(attempt: Attempt): Answer {
  if ("error" in attempt) {
    throw attempt.error;
  }
  return attempt.answer;
}

async function attemptOnce(request: NetBoxRequest, options: OpenOptions): Promise<Attempt> {
  const begunMs = performance.now();
  const attempt = await exchange(request, options);
  const answer = "answer" in attempt ? attempt.answer : undefined;
  options.logger?.debug(
    {
      method: request.method,
      path: request.path,
      status: answer?.status,
      requestId: answer?.requestId,
      durationMs: Math.round(performance.now() - begunMs),
    },
    answer ? "NetBox answered" : "NetBox did not answer",
  );
  return attempt;
}

async function exchange(request: NetBoxRequest, options: OpenOptions): Promise<Attempt> {
  const url = buildUrl(request, options.baseUrl);
  try {
    const response = await send(url, {
      method: request.method,
      dispatcher: options.dispatcher,
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      signal: request.signal ?? null,
      headers: buildHeaders(request, options.token),
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    return { answer: readAnswer(request, response, await readText(response.body)) };
  } catch (cause) {
    request.signal?.throwIfAborted();
    return { error: describeFailure(url, options.timeoutMs, cause) };
  }
}

// Decoded as it comes: `body.text()` holds all bytes of a page beside its text, and at 100,000 rows
// a third of the process was that.
async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
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
    ...(request.ifMatch ? { "if-match": request.ifMatch.join(", ") } : {}),
    ...(request.body === undefined ? {} : { "content-type": "application/json" }),
  };
}

function describeFailure(url: URL, timeoutMs: number, cause: unknown): NetBoxError {
  if (cause instanceof NetBoxError) {
    return cause;
  }
  const { code } = cause as { readonly code?: string };
  const timedOut = code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT";
  const message = timedOut
    ? `no answer from NetBox at ${url.origin} within ${timeoutMs / 1000} s`
    : `NetBox at ${url.origin} can't be reached`;
  return new NetBoxError("NETBOX_UNREACHABLE", message, {
    cause,
    timedOut,
    hint: "Is it running, and is the address right? `multipass-netbox lab up` starts one on this machine.",
  });
}
