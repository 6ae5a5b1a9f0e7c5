import { type DesiredObject, identityOf } from "./desired-object.ts";
import type { KindName } from "./kind-name.ts";
import { kindOf } from "./kinds.ts";
import type { PlacedEntry } from "./seed-entries.ts";

/** What the seed files hold, found by kind and key without looking at everything. */
export interface SeedIndex {
  readonly find: (kind: KindName, key: string) => DesiredObject | undefined;
  /** Entries that don't fit their schema count as there, so that one mistake is said once. */
  readonly has: (kind: KindName, key: string) => boolean;
  /** In the order of the alphabet. */
  readonly keysOf: (kind: KindName) => readonly string[];
}

/** Of objects with one identity the first counts. Pure. */
export function buildSeedIndex(
  objects: readonly DesiredObject[],
  broken: readonly PlacedEntry[],
): SeedIndex {
  const byName = new Map(
    objects.toReversed().map((object) => [nameOf(object.kind, object.key), object]),
  );
  const brokenKeys = broken.map(({ kind, entry }) => ({
    kind: kind.name,
    key: kind.entryKey(entry),
  }));
  const names = new Set(brokenKeys.map(({ kind, key }) => nameOf(kind, key)));
  const byKind = Map.groupBy([...objects, ...brokenKeys], ({ kind }) => kind);
  const keys = new Map(
    [...byKind].map(([kind, all]) => [kind, all.map(({ key }) => key).toSorted()]),
  );
  return {
    find: (kind, key) => byName.get(nameOf(kind, key)),
    has: (kind, key) => byName.has(nameOf(kind, key)) || names.has(nameOf(kind, key)),
    keysOf: (kind) => keys.get(kind) ?? [],
  };
}

function nameOf(kind: KindName, key: string): string {
  return `${kind} ${identityOf(kindOf(kind), key)}`;
}
