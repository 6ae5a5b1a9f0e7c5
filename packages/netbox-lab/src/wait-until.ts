import { setTimeout as sleep } from "node:timers/promises";

/** How often and for how long {@link waitUntil} asks. */
export interface WaitOptions {
  readonly signal: AbortSignal;
  readonly intervalMs: number;
}

/** Asks until the answer is not undefined. Rejects with the reason when `signal` aborts. */
export async function waitUntil<T>(
  ask: () => Promise<T | undefined>,
  { signal, intervalMs }: WaitOptions,
): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const answer = await ask();
    if (answer !== undefined) return answer;
    // The sleep would reject with an AbortError instead of the reason.
    await sleep(intervalMs, undefined, { signal }).catch(() => {});
  }
}
