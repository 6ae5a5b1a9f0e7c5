import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Installation, installationAt } from "./installation.ts";

/** Written last into an installation: whoever finds it intact may use the installation. */
interface Marker {
  readonly pythonMinor: number;
  /** Names in the folders that matter, and sizes of the binaries. */
  readonly contents: readonly string[];
}

export async function writeMarker(installation: Installation, pythonMinor: number): Promise<void> {
  const marker: Marker = { pythonMinor, contents: await readContents(installation) };
  await writeFile(markerFile(installation.folder), JSON.stringify(marker), { flush: true });
}

/**
 * The installation in `folder` if it is complete, else undefined. Cheap (milliseconds): it
 * sees a missing binary, package or interpreter, not a changed line.
 */
export async function readInstallation(folder: string): Promise<Installation | undefined> {
  try {
    const marker = JSON.parse(await readFile(markerFile(folder), "utf8")) as Marker;
    const installation = installationAt(folder, marker.pythonMinor);
    const contents = await readContents(installation);
    return contents.join("\n") === marker.contents.join("\n") ? installation : undefined;
  } catch {
    return undefined;
  }
}

function markerFile(folder: string): string {
  return join(folder, "complete.json");
}

async function readContents(installation: Installation): Promise<readonly string[]> {
  const { sitePackages, postgresFolder, python, postgres, initdb, valkey } = installation;
  const folders = [sitePackages, join(postgresFolder, "lib"), join(postgresFolder, "share")];
  const names = await Promise.all(folders.map(async (folder) => readNames(folder)));
  const sizes = await Promise.all(
    [python, postgres, initdb, valkey].map(async (file) => readSize(file)),
  );
  return [...names.flat(), ...sizes];
}

async function readNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name !== "__pycache__").toSorted();
}

/** Follows links, so it fails when the interpreter behind a virtual environment is gone. */
async function readSize(file: string): Promise<string> {
  const { size } = await stat(file);
  return `${basename(file)} ${size}`;
}
