import { dirname } from "node:path";
import type { LabPaths } from "./lab-paths.ts";
import { makeFolder } from "./make-folder.ts";

/**
 * Makes a lab's folders and goes there, so that its processes can be told by where they are.
 * Others may pass through the folder, because the database's user must.
 */
export async function prepareLabFolder({
  folder,
  netboxFolder,
  logFolder,
}: LabPaths): Promise<void> {
  await makeFolder(dirname(folder), 0o755);
  await makeFolder(folder, 0o711);
  await makeFolder(netboxFolder, 0o700);
  await makeFolder(logFolder, 0o700);
  process.chdir(folder);
}
