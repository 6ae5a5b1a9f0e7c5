import type { DesiredObject } from "./desired-object.ts";
import { findCycles } from "./find-cycles.ts";
import type { Problem } from "./position.ts";
import { type Reference, referencesOf } from "./references-of.ts";
import type { SeedIndex } from "./seed-index.ts";
import { problemAt } from "./seed-problem.ts";

/**
 * Objects that can't be made, because each waits for another and so for itself. Pure. Which kinds
 * may point to which is theirs to say: no two of them point to each other so far.
 */
export function checkReferenceCycles(
  objects: readonly DesiredObject[],
  index: SeedIndex,
  referencesIn: (object: DesiredObject) => readonly Reference[] = referencesOf,
): readonly Problem[] {
  const waitedFor = (object: DesiredObject): readonly Reference[] =>
    referencesIn(object).filter(({ isDeferred }) => !isDeferred);
  const next = (object: DesiredObject): readonly DesiredObject[] =>
    waitedFor(object).flatMap(({ kind, key }) => index.find(kind, key) ?? []);
  return findCycles(objects, next).flatMap((cycle) => {
    const [first, second = first] = cycle;
    if (first === undefined || second === undefined) {
      return [];
    }
    const field = waitedFor(first).find(({ kind, key }) => index.find(kind, key) === second);
    const path = field?.path ?? [];
    const trail = [...cycle, first].map(({ key }) => key).join(" -> ");
    const message = `${first.kind} ${first.key} needs itself first: ${trail}`;
    return [problemAt(first, path, `${String(path[0])}: ${message}`)];
  });
}
