import { builtInObjects } from "./built-in-objects.ts";
import { checkSeed } from "./check-seed.ts";
import { parsePlacedYaml } from "./placed-yaml.ts";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
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

/**
 * Reads all seed files as one. Pure: the texts come from the caller. Throws one `SEED_INVALID`
 * with every problem of every file.
 */
export function buildSeed(texts: readonly SeedText[]): Seed {
  const files = texts.map(({ name, text }) => readEntries(parsePlacedYaml(name, text)));
  const described = files
    .flatMap((file) => file.entries)
    .map(({ kind, entry, positionOf }) => buildDesiredObject(kind, entry, positionOf));
  const objects = [...builtInObjects, ...described];
  const broken = files.flatMap((file) => file.broken);
  const problems = [
    ...files.flatMap((file) => file.problems),
    // A file that can't be read at all would make every reference into it look wrong.
    ...(files.every((file) => file.isReadable) ? checkSeed(objects, broken) : []),
  ];
  if (problems.length > 0) {
    throw buildSeedError(problems);
  }
  return { objects };
}
