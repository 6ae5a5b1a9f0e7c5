import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LabPaths } from "./lab-paths.ts";
import type { LabSecrets } from "./lab-secrets.ts";
import { makeFolder } from "./make-folder.ts";
import { nativeFile } from "./native-file.ts";

/** The values of one start that NetBox's configuration reads. */
export interface NetBoxSettings {
  readonly port: number;
  readonly secrets: LabSecrets;
}

/** Fills NETBOX_ROOT: our Python files, the settings, and the folders NetBox expects. */
export async function prepareNetBoxFolder(
  paths: LabPaths,
  { port, secrets }: NetBoxSettings,
): Promise<void> {
  const { netboxFolder } = paths;
  for (const name of ["media", "reports", "scripts", "static", "conf", "tmp"]) {
    await makeFolder(join(netboxFolder, name), 0o700);
  }
  // Copied, because Python writes bytecode beside the files it imports.
  await cp(nativeFile("python"), join(netboxFolder, "python"), { recursive: true });
  await cp(
    nativeFile("python", "configuration.py"),
    join(netboxFolder, "conf", "configuration.py"),
  );
  await rm(portFile(paths), { force: true });
  const settings = {
    port,
    secretKey: secrets.secretKey,
    pepper: secrets.pepper,
    databaseSocketFolder: paths.databaseFolder,
    cacheSocket: paths.cacheSocket,
  };
  await writeFile(join(netboxFolder, "settings.json"), JSON.stringify(settings), { mode: 0o600 });
}

/** Where gunicorn writes its port when it listens. Pure. */
export function portFile({ netboxFolder }: LabPaths): string {
  return join(netboxFolder, "port");
}
