import { suggestWord } from "@multipass-netbox/netbox-client";
import type { DesiredObject } from "./desired-object.ts";
import type { Problem } from "./position.ts";
import { referencesOf } from "./references-of.ts";
import type { SeedIndex } from "./seed-index.ts";
import { problemAt } from "./seed-problem.ts";

// Comparing each wrong key with each known one grows with the square.
const maxSuggested = 500;

/** References to objects that no seed file describes. Pure. */
export function checkReferences(
  objects: readonly DesiredObject[],
  index: SeedIndex,
): readonly Problem[] {
  return objects.flatMap((object) =>
    referencesOf(object)
      .filter(({ kind, key }) => !index.has(kind, key))
      .map(({ kind, key, path }) => {
        const known = index.keysOf(kind);
        const message = `${String(path[0])}: no ${kind} "${key}" in the seed files`;
        const suggestion = known.length > maxSuggested ? "" : suggestWord(key, known);
        return problemAt(object, path, `${message}${suggestion}`);
      }),
  );
}
