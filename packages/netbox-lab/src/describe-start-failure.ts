import { isMultipassError, MultipassError } from "@multipass-netbox/core";
import type { LabPaths } from "./lab-paths.ts";
import { readTail } from "./read-tail.ts";
import { logFileOf } from "./service.ts";

/** Any failure of a lab as an error for its caller, with the end of the log that tells most. */
export async function describeStartFailure(
  error: unknown,
  { logFolder }: LabPaths,
): Promise<MultipassError> {
  if (isMultipassError(error)) return error;
  const isTimeout = error instanceof DOMException && error.name === "TimeoutError";
  const message = isTimeout
    ? "The lab was not ready in time"
    : `The lab could not be started: ${error instanceof Error ? error.message : String(error)}`;
  const hint = await readTail(logFileOf(logFolder, "web"));
  return new MultipassError("NOT_READY", message, { hint, cause: error });
}
