import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { buildSeed, type Seed, type SeedText } from "./build-seed.ts";

/**
 * Loads every `*.yaml` and `*.yml` directly in a folder, in the order of their names. Throws
 * `SEED_INVALID` for a folder that can't be read or has no such file, and for what the files hold.
 */
export async function loadSeed(folder: string): Promise<Seed> {
  const names = (await listNames(folder)).filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (names.length === 0) {
    throw new MultipassError("SEED_INVALID", `no YAML file in ${folder}`, {
      hint: "Put seed files there, or name another folder under `seed` in the configuration.",
    });
  }
  return buildSeed(await Promise.all(names.map((name) => readText(join(folder, name)))));
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw new MultipassError("SEED_INVALID", `the seed folder ${folder} can't be read`, {
      cause,
      hint: "Name it under `seed` in the configuration, or run from the folder that holds it.",
    });
  }
}

async function readText(name: string): Promise<SeedText> {
  try {
    return { name, text: await readFile(name, "utf8") };
  } catch (cause) {
    throw new MultipassError("SEED_INVALID", `the seed file ${name} can't be read`, { cause });
  }
}
