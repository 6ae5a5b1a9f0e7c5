/** Aborts on the first SIGINT or SIGTERM until it is disposed of; a second one ends the process. */
export function abortOnSignal(): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort();
  };
  process.once("SIGINT", abort);
  process.once("SIGTERM", abort);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off("SIGINT", abort);
      process.off("SIGTERM", abort);
    },
  };
}
