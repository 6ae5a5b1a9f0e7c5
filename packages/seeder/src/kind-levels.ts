import type { KindName } from "./kind-name.ts";
import { kinds } from "./kinds.ts";
import type { SeedKind } from "./seed-kind.ts";

/**
 * The level at which each kind is made: after all kinds that its fields point to, after our
 * tag, and after the custom fields (NetBox 4.5 drops values of fields that don't exist yet).
 */
export const kindLevels: ReadonlyMap<KindName, number> = computeLevels(kinds);

/** The level of updates that had to wait for the objects they point to. */
export const deferredLevel = Math.max(...kindLevels.values()) + 1;

function computeLevels(all: readonly SeedKind[]): ReadonlyMap<KindName, number> {
  const levels = new Map<KindName, number>();
  const levelOf = (name: KindName): number => {
    const known = levels.get(name);
    if (known !== undefined) {
      return known;
    }
    const kind = all.find((candidate) => candidate.name === name);
    const below = kind ? prerequisitesOf(kind).map(levelOf) : [];
    const level = below.length === 0 ? 0 : 1 + Math.max(...below);
    levels.set(name, level);
    return level;
  };
  for (const { name } of all) {
    levelOf(name);
  }
  return levels;
}

function prerequisitesOf({ fields }: SeedKind): readonly KindName[] {
  const codecs = Object.values(fields).filter(({ isDeferred }) => !isDeferred);
  const referenced = codecs.flatMap(({ references }) => references ?? []);
  return "tags" in fields ? ["tag", "custom-field", ...referenced] : referenced;
}
