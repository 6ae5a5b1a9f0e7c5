import { NetBoxError } from "./netbox-error.ts";

/**
 * What is known of a write that ended in an error: `refused`, NetBox's own word that nothing was
 * written; `unsent`, it was not carried out; `lost`, it may have been carried out or still be.
 */
export type RequestFate = "refused" | "unsent" | "lost";

/** Judges a failed write by its error. Pure. */
export function requestFate(error: unknown): RequestFate {
  if (!(error instanceof NetBoxError)) {
    return "lost";
  }
  const { status } = error;
  if (status === undefined) {
    return isUnsent(error) ? "unsent" : "lost";
  }
  if (status === 429) {
    return "unsent";
  }
  // With 408 a gateway says that it did not wait for the end of the request, which went on.
  if (status >= 300 && status < 500 && status !== 408) {
    return "refused";
  }
  return status === 500 && isRolledBack(error) ? "refused" : "lost";
}

// Errors of a request that never left this machine.
const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "EHOSTDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Whether no connection came about, so that NetBox can't have seen the request. */
export function isUnsent({ cause }: NetBoxError): boolean {
  const code = (cause as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" && unsentCodes.has(code);
}

// NetBox saves a bulk request in one transaction: its own 500 with the name of an exception means
// that it was rolled back, unless the database went away and nobody can tell.
function isRolledBack({ exception }: NetBoxError): boolean {
  return exception !== undefined && !/^(Operational|Interface|Connection|Timeout)/.test(exception);
}
