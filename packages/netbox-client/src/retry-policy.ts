import type { RetryHandler } from "undici";

/**
 * Reads are asked again, at most three times, when a gateway answers in NetBox's place, NetBox
 * asks for patience (`Retry-After` is obeyed), or the connection breaks before the answer. A
 * write is never repeated: it may have arrived. NetBox's own 500 is an answer, not an accident,
 * and a refused connection will be refused again: both are told at once.
 */
export const retryPolicy: RetryHandler.RetryOptions = {
  methods: ["GET"],
  maxRetries: 3,
  minTimeout: 200,
  maxTimeout: 10_000,
  timeoutFactor: 2,
  retryAfter: true,
  statusCodes: [429, 502, 503, 504],
  errorCodes: ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"],
  throwOnError: false,
};
