import { MultipassError } from "@multipass-netbox/core";
import { buildSeedFrom, type Seed } from "./build-seed.ts";
import { readSeedFiles } from "./read-seed-files.ts";
import { findSeedFiles, type SeedFile } from "./seed-file.ts";

/**
 * Loads a seed file, or every `*.yaml` and `*.yml` directly in a folder, and what they include.
 * Throws `SEED_INVALID` for a path that can't be read, for a folder without such a file, and for
 * what is wrong with the files: every problem of every file at once.
 */
export async function loadSeed(path: string): Promise<Seed> {
  const roots = await findRoots(path);
  if (roots.length === 0) {
    throw new MultipassError("SEED_INVALID", `no YAML file in ${path}`, {
      hint: "Put seed files there, or name another folder or file under `seed` in the configuration.",
    });
  }
  return buildSeedFrom(await readSeedFiles(roots));
}

async function findRoots(path: string): Promise<readonly SeedFile[]> {
  try {
    return await findSeedFiles(path);
  } catch (cause) {
    const what = /\.ya?ml$/.test(path) ? "file" : "folder";
    throw new MultipassError("SEED_INVALID", `the seed ${what} ${path} can't be read`, {
      cause,
      hint: "Name it under `seed` in the configuration, or run from the folder that holds it.",
    });
  }
}
