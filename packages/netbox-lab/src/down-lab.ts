import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import { defaultCacheFolder } from "./default-cache-folder.ts";
import { endLab } from "./end-lab.ts";
import { findLabProcesses } from "./find-lab-processes.ts";
import { holdLock } from "./hold-lock.ts";
import { keptLabFolder } from "./kept-lab-folder.ts";
import { defaultLabName, type KeptLabOptions } from "./kept-lab-options.ts";
import { labPathsAt } from "./lab-paths.ts";
import { type LabStatus, readLab } from "./read-lab.ts";

/** How a kept lab is ended. */
export interface DownLabOptions extends KeptLabOptions {
  /** Also delete its data, token and logs. Default false. */
  readonly deleteData?: boolean | undefined;
}

/**
 * Ends a kept lab; gives its state afterwards. Data, token and port are kept for the next
 * {@link upLab} unless `deleteData`; jobs that wait in the queue are not. Safe to repeat and
 * to run concurrently.
 *
 * @throws MultipassError USAGE when the name can't be one, LOCK_HELD
 */
export async function downLab(options: DownLabOptions = {}): Promise<LabStatus> {
  const { name = defaultLabName, deleteData = false } = options;
  const cacheFolder = resolve(options.cacheFolder ?? defaultCacheFolder());
  const paths = labPathsAt(keptLabFolder(cacheFolder, name));
  const before = await readLab({ name, cacheFolder });
  if (before.status === "absent" && findLabProcesses(paths).length === 0) return before;
  return holdLock(paths.folder, async () => {
    await endLab(paths);
    if (deleteData) await rm(paths.folder, { recursive: true, force: true });
    return readLab({ name, cacheFolder });
  });
}
