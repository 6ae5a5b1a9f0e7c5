import { readAllowances } from "./allowances.ts";
import { buildBuiltInObjects } from "./built-in-objects.ts";
import { checkSeed } from "./check-seed.ts";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import { includesOf } from "./includes.ts";
import { parsePlacedYaml, type PlacedYaml } from "./placed-yaml.ts";
import type { Problem } from "./position.ts";
import { readEntries } from "./seed-entries.ts";
import { buildSeedError } from "./seed-error.ts";

/** A seed file as text, with the name under which errors speak of it. */
export interface SeedText {
  readonly name: string;
  readonly text: string;
}

/** What NetBox should hold: the files' objects and the few that the seeder itself needs. */
export interface Seed {
  readonly objects: readonly DesiredObject[];
}

/** Parsed seed files, and what went wrong on the way to them. */
export interface SeedFiles {
  readonly files: readonly PlacedYaml[];
  readonly problems: readonly Problem[];
  /** False where a file is missing: what is not here may be in it. */
  readonly isComplete: boolean;
}

/**
 * Reads all seed files as one. Pure: the texts come from the caller, those to be included too.
 * Throws one `SEED_INVALID` with every problem of every file.
 */
export function buildSeed(texts: readonly SeedText[]): Seed {
  const files = texts.map(({ name, text }) => parsePlacedYaml(name, text));
  const problems = files.flatMap(refuseIncludes);
  return buildSeedFrom({ files, problems, isComplete: problems.length === 0 });
}

/** The same for files that are parsed already, with includes followed. Pure. */
export function buildSeedFrom({ files, problems: earlier, isComplete }: SeedFiles): Seed {
  const read = files.map(readEntries);
  const described = read
    .flatMap(({ entries }) => entries)
    .map(({ kind, entry, positionOf }) => buildDesiredObject(kind, entry, positionOf));
  const objects = [...buildBuiltInObjects(described), ...described];
  const problems = [
    ...earlier,
    ...read.flatMap((file) => file.problems),
    ...checkSeed({
      objects,
      broken: read.flatMap(({ broken }) => broken),
      isComplete: isComplete && read.every((file) => file.isComplete),
      allowed: readAllowances(files),
    }),
  ];
  if (problems.length > 0) {
    throw buildSeedError(problems);
  }
  return { objects };
}

function refuseIncludes(file: PlacedYaml): readonly Problem[] {
  return includesOf(file).map(({ path, position }) => ({
    position,
    message: `include: ${path} can't be followed from a text: give its text as well`,
  }));
}
