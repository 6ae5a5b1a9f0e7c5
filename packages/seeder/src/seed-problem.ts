import type { DesiredObject } from "./desired-object.ts";
import { formatPosition, type Position, type Problem } from "./position.ts";

const builtIn: Position = { file: "", line: 0, column: 0 };

/** Where an object or one of its fields stands; before all files where the seeder makes it. */
export function positionOf(
  { positionOf: find }: DesiredObject,
  path: readonly PropertyKey[] = [],
): Position {
  return find?.(...path) ?? builtIn;
}

/** A problem with an object, at one of its fields or at its beginning. */
export function problemAt(
  object: DesiredObject,
  path: readonly PropertyKey[],
  message: string,
): Problem {
  return { position: positionOf(object, path), message };
}

/** Where an object stands, in words. */
export function placeOf(object: DesiredObject): string {
  return object.positionOf
    ? `at ${formatPosition(object.positionOf())}`
    : "made by the seeder itself";
}
