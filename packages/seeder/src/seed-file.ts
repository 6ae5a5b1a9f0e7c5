import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { decodeText } from "./decode-text.ts";
import { parsePlacedYaml, type PlacedYaml } from "./placed-yaml.ts";
import type { Problem } from "./position.ts";

/** A seed file on this machine. */
export interface SeedFile {
  /** As errors call it: what one would type here. */
  readonly name: string;
  /** Tells whether two names mean the same file. */
  readonly realPath: string;
}

/**
 * The file of that path, or the YAML files directly in the folder of that path, by name; hidden
 * ones are left out. Throws what the system says when there is no such file or folder.
 */
export async function findSeedFiles(path: string): Promise<readonly SeedFile[]> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter(isSeedName).toSorted() : [""];
  return Promise.all(names.map((name) => locate(join(path, name))));
}

/** Whether a file of that name is taken for a seed file. */
export function isSeedName(name: string): boolean {
  return /^[^.].*\.ya?ml$/.test(name);
}

/** Reads and parses a file, or says what stands in the way. */
export async function readSeedFile({ name }: SeedFile): Promise<PlacedYaml | Problem> {
  try {
    const text = decodeText(name, await readFile(name));
    return typeof text === "string" ? parsePlacedYaml(name, text) : text;
  } catch (cause) {
    const { code = "", message } = cause as NodeJS.ErrnoException;
    const reason = reasons[code] ?? message;
    return { position: { file: name, line: 1, column: 1 }, message: `can't be read: ${reason}` };
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "not allowed",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file",
};

async function locate(path: string): Promise<SeedFile> {
  const fromHere = relative("", path);
  return {
    name: fromHere.length < path.length ? fromHere : path,
    // A link to nowhere has no such path; reading it will say so.
    realPath: await realpath(path).catch(() => resolve(path)),
  };
}
