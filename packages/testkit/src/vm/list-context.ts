import { glob } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ImageSpec } from "./image-specs.ts";

/** A file that an image is built from. */
export interface ContextFile {
  /** Its path in the build's folder. */
  readonly target: string;
  /** Absolute. */
  readonly source: string;
}

const packages = new URL("../../../", import.meta.url);

/** The folder of an image's own files. Pure. */
export function folderOf({ folder }: ImageSpec): string {
  return fileURLToPath(new URL(`testkit/images/${folder}/`, packages));
}

/** The files that an image is built from, in order. */
export async function listContext(spec: ImageSpec): Promise<readonly ContextFile[]> {
  const folder = folderOf(spec);
  const entries = await Array.fromAsync(glob("**/*", { cwd: folder, withFileTypes: true }));
  const own = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .map((source) => ({ source, target: source.slice(folder.length).replace(/^\/+/u, "") }));
  const others = Object.entries(spec.files ?? {}).map(([target, path]) => ({
    target,
    source: fileURLToPath(new URL(path, packages)),
  }));
  return [...own, ...others].toSorted((a, b) => (a.target < b.target ? -1 : 1));
}
