import type { NetBoxObject } from "../field-codec.ts";
import type { SeedEntry, Wanted } from "../seed-kind.ts";

/** The natural key of an object that has a name; empty where it has none, as devices may. */
export function nameOf(object: NetBoxObject | SeedEntry): string {
  const name: unknown = object["name"] ?? "";
  return String(name);
}

/** What a kind needs whose natural key is its name. */
export const namedKind = {
  entryKey: nameOf,
  objectKey: nameOf,
  filters: ({ entries }: Wanted) => ({ name: entries.map(nameOf) }),
} as const;
