import { MultipassError } from "@multipass-netbox/core";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Aborts with `INTERRUPTED` on the first SIGINT, SIGTERM or SIGHUP until it is disposed of; a
 * second one ends the process.
 */
export function abortOnSignal(): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(new MultipassError("INTERRUPTED", "stopped before the end"));
  };
  for (const name of signals) {
    process.once(name, abort);
  }
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      for (const name of signals) {
        process.off(name, abort);
      }
    },
  };
}
