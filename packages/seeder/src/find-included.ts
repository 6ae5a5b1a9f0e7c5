import { readdir } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { suggestWord } from "@multipass-netbox/netbox-client";
import { findSeedFiles, isSeedName, type SeedFile } from "./seed-file.ts";

/** The files that an include names; where it names none, why. */
export interface Included {
  readonly files: readonly SeedFile[];
  readonly fault?: string;
}

/** Looks for what a path means in the file of that name. Never throws. */
export async function findIncluded(path: string, includer: string): Promise<Included> {
  if (isAbsolute(path)) {
    return { files: [], fault: `${path} must be relative to this file` };
  }
  const target = join(dirname(includer), path);
  try {
    const files = await findSeedFiles(target);
    return files.length === 0
      ? { files, fault: `no YAML file in ${path}` }
      : checkName(path, files);
  } catch {
    return { files: [], fault: `there is no ${path}${await adviseMissing(target)}` };
  }
}

function checkName(path: string, files: readonly SeedFile[]): Included {
  return files.every(({ name }) => isSeedName(basename(name)))
    ? { files }
    : { files: [], fault: `${path} is no .yaml or .yml file` };
}

async function adviseMissing(target: string): Promise<string> {
  if (/[*?]/.test(target)) {
    return "; patterns are not known here, name the folder";
  }
  const names = await readdir(dirname(target)).catch(() => []);
  return suggestWord(basename(target), names);
}
