import { MultipassError } from "@multipass-netbox/core";

/** Ends connecting when its signal has aborted. */
export function throwIfInterrupted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) {
    throw new MultipassError("INTERRUPTED", "connecting was stopped before its end", {
      cause: signal.reason,
    });
  }
}
