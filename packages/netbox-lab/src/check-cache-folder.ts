import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { isRoot } from "./database-user.ts";

const executableByOthers = 0o001;

/**
 * For root only: refuses a folder that nobody, as whom PostgreSQL then runs, can't enter.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function checkCacheFolder(cacheFolder: string): Promise<void> {
  if (!isRoot()) return;
  for (const folder of withParents(cacheFolder)) {
    const mode = await readMode(folder);
    if (mode !== undefined && (mode & executableByOthers) === 0) throw closed(cacheFolder, folder);
  }
}

function withParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

async function readMode(folder: string): Promise<number | undefined> {
  const found = await stat(folder).catch(() => undefined);
  return found?.mode;
}

function closed(cacheFolder: string, folder: string): MultipassError {
  return new MultipassError(
    "LAB_PREREQUISITE",
    `The cache folder ${cacheFolder} can't be used by root: others can't enter ${folder}`,
    {
      hint: "PostgreSQL refuses to run as root, so it runs as nobody and must reach its files. Choose a folder such as /var/cache/netbox-lab, or start the lab as another user.",
    },
  );
}
