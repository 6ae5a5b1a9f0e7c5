import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { defaultCacheFolder } from "./default-cache-folder.ts";
import type { KeptLabOptions } from "./kept-lab-options.ts";
import { type LabStatus, readLab } from "./read-lab.ts";

/** All kept labs of a cache folder, sorted by name. */
export async function listLabs(
  options: Pick<KeptLabOptions, "cacheFolder"> = {},
): Promise<readonly LabStatus[]> {
  const cacheFolder = resolve(options.cacheFolder ?? defaultCacheFolder());
  const entries = await readdir(join(cacheFolder, "labs"), { withFileTypes: true }).catch(() => []);
  // A lock beside a lab is a folder, too; no name of a lab has a dot.
  const names = entries.map((entry) => entry.name).filter((name) => !name.includes("."));
  return Promise.all(names.toSorted().map(async (name) => readLab({ name, cacheFolder })));
}
