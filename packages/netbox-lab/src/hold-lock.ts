import { dirname } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { lock } from "proper-lockfile";
import { makeFolder } from "./make-folder.ts";

const staleMs = 10_000;
const retryMs = 250;

/**
 * Holds a lock between processes while `work` runs. The lock of a killed process goes stale
 * after 10 s and is then taken over.
 *
 * @throws MultipassError LOCK_HELD after `waitMs`
 */
export async function holdLock<T>(
  path: string,
  work: () => Promise<T>,
  { waitMs = 600_000, signal }: { waitMs?: number; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  await makeFolder(dirname(path), 0o755);
  const release = await acquire(path, Date.now() + waitMs, signal);
  try {
    return await work();
  } finally {
    // A lock that was taken over while this process slept is no longer ours to release.
    await release().catch(() => {});
  }
}

async function acquire(
  path: string,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<() => Promise<void>> {
  for (;;) {
    signal?.throwIfAborted();
    try {
      // The default onCompromised throws from a timer, which would end the caller's process.
      return await lock(path, { realpath: false, stale: staleMs, onCompromised: () => {} });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      if (Date.now() > deadline) throw held(path, error);
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }
}

function held(path: string, cause: unknown): MultipassError {
  return new MultipassError("LOCK_HELD", `Another process holds ${path}.lock`, { cause });
}
