/** Places for a limited number of things at once. */
export interface Slots {
  /** Waits for a free place, first come first served, and gives it back when it is disposed of. */
  take(signal?: AbortSignal): Promise<Disposable>;
}

/** A signal that aborts ends the waiting with its reason. */
export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();
  const give = (): void => {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
    } else {
      waiting.delete(next);
      next();
    }
  };
  return {
    take: async (signal) => {
      signal?.throwIfAborted();
      if (free > 0) {
        free -= 1;
      } else {
        await waitIn(waiting, signal);
      }
      return disposeOnce(give);
    },
  };
}

async function waitIn(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const leave = (): void => {
    waiting.delete(resolve);
    reject(signal?.reason as Error);
  };
  waiting.add(resolve);
  signal?.addEventListener("abort", leave, { once: true });
  try {
    await promise;
  } finally {
    signal?.removeEventListener("abort", leave);
  }
}

function disposeOnce(dispose: () => void): Disposable {
  let isDone = false;
  return {
    [Symbol.dispose]: () => {
      if (!isDone) {
        isDone = true;
        dispose();
      }
    },
  };
}
