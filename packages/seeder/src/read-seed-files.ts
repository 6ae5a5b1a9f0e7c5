import type { SeedFiles } from "./build-seed.ts";
import { findIncluded } from "./find-included.ts";
import { type Include, includesOf } from "./includes.ts";
import type { PlacedYaml } from "./placed-yaml.ts";
import type { Problem } from "./position.ts";
import { readSeedFile, type SeedFile } from "./seed-file.ts";

interface Walk {
  readonly files: PlacedYaml[];
  readonly problems: Problem[];
  readonly seen: Set<string>;
  isComplete: boolean;
}

/** Reads these files and all that they include, each once. What stands in the way is a problem. */
export async function readSeedFiles(roots: readonly SeedFile[]): Promise<SeedFiles> {
  const walk: Walk = { files: [], problems: [], seen: new Set(), isComplete: true };
  for (const root of roots) {
    await follow([root], walk);
  }
  return walk;
}

/** Reads the last file of a trail, in which each includes the next, and goes on from there. */
async function follow(trail: readonly SeedFile[], walk: Walk): Promise<void> {
  const file = trail.at(-1);
  if (file === undefined || walk.seen.has(file.realPath)) {
    return;
  }
  walk.seen.add(file.realPath);
  const read = await readSeedFile(file);
  if ("message" in read) {
    walk.problems.push(read);
    walk.isComplete = false;
    return;
  }
  walk.files.push(read);
  for (const include of includesOf(read)) {
    await followInclude(include, trail, walk);
  }
}

async function followInclude(
  { path, position }: Include,
  trail: readonly SeedFile[],
  walk: Walk,
): Promise<void> {
  const { files, fault } = await findIncluded(path, position.file);
  if (fault !== undefined) {
    walk.problems.push({ position, message: `include: ${fault}` });
    walk.isComplete = false;
  }
  for (const file of files) {
    const start = trail.findIndex(({ realPath }) => realPath === file.realPath);
    if (start === -1) {
      await follow([...trail, file], walk);
    } else {
      const message = describeLoop([...trail.slice(start), file]);
      walk.problems.push({ position, message: `include: ${message}` });
    }
  }
}

function describeLoop(files: readonly SeedFile[]): string {
  const [{ name } = { name: "" }] = files;
  return files.length === 2
    ? `${name} is this file itself`
    : `${name} includes this file: ${files.map((file) => file.name).join(" -> ")}`;
}
