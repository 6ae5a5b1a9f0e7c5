import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { killLeftovers } from "./kill-leftovers.ts";
import { labPathsAt } from "./lab-paths.ts";
import { readState } from "./lab-state.ts";
import { isStaleRun, runsFolder } from "./run-folder.ts";

/** Removes what labs whose supervisor was killed have left. Safe to run concurrently. */
export async function sweepRuns(cacheFolder: string): Promise<void> {
  const runs = runsFolder(cacheFolder);
  const names = await readdir(runs).catch(() => []);
  for (const name of names.filter(isStaleRun)) {
    const folder = join(runs, name);
    const state = await readState(labPathsAt(folder));
    await killLeftovers(state?.processes ?? []);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
