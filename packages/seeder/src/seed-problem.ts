import type { DesiredObject } from "./desired-object.ts";
import { formatPosition, type Position, type Problem } from "./position.ts";

const builtIn: Position = { file: "(built in)", line: 0, column: 0 };

/** A problem with an object, at one of its fields or at its beginning. */
export function problemAt(
  { positionOf }: DesiredObject,
  path: readonly PropertyKey[],
  message: string,
): Problem {
  return { position: positionOf?.(...path) ?? builtIn, message };
}

/** Where an object stands, in words. */
export function placeOf({ positionOf }: DesiredObject): string {
  return positionOf ? `at ${formatPosition(positionOf())}` : "made by the seeder itself";
}
