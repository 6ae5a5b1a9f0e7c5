import type { NetBoxError } from "./netbox-error.ts";
import type { Answer, NetBoxRequest } from "./netbox-request.ts";
import { isUnsent } from "./request-fate.ts";

/** What became of one attempt: an answer, or the error in its place. */
export type Attempt = { readonly answer: Answer } | { readonly error: NetBoxError };

const maxRetries = 3;
const firstWaitMs = 200;
const longestWaitMs = 60_000;
const busyStatuses = new Set([429, 502, 503, 504]);

/**
 * How long to wait before the request is sent again; undefined when it is not. Reads are asked
 * again when a gateway answers in NetBox's place, NetBox asks for patience or the connection
 * breaks. A write is sent again only when it provably was not carried out: no connection came
 * about, or it was refused as one too many (429). NetBox's own 500 is an answer, and a read that
 * took too long would take too long again. `random` is between 0 and 1.
 */
export function waitBeforeRetry(
  { method }: NetBoxRequest,
  attempt: Attempt,
  { retries, random }: { readonly retries: number; readonly random: number },
): number | undefined {
  const isRead = method === "GET";
  if (retries >= maxRetries || !(isRead ? isPassing(attempt) : isNotCarriedOut(attempt))) {
    return undefined;
  }
  const asked = "answer" in attempt ? attempt.answer.retryAfterMs : undefined;
  const waitMs = asked ?? firstWaitMs * 2 ** retries * (0.5 + random / 2);
  return waitMs > longestWaitMs ? undefined : waitMs;
}

function isPassing(attempt: Attempt): boolean {
  return "answer" in attempt
    ? busyStatuses.has(attempt.answer.status)
    : attempt.error.code === "NETBOX_UNREACHABLE" && !attempt.error.timedOut;
}

function isNotCarriedOut(attempt: Attempt): boolean {
  return "answer" in attempt ? attempt.answer.status === 429 : isUnsent(attempt.error);
}
