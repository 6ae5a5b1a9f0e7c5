import type { KindDefinition } from "../define-kind.ts";
import type { NetBoxObject } from "../field-codec.ts";
import type { SeedEntry, SeedKind, Wanted } from "../seed-kind.ts";
import { defineTaggedKind } from "../tagged-kind.ts";

/** The natural key of an object that has a slug. */
export function slugOf(object: NetBoxObject): string {
  return String(object["slug"]);
}

type Filled = "entryKey" | "objectKey" | "filters" | "isOwned" | "ownerFields";

/** A tagged kind whose natural key is its slug. */
export function defineSlugKind(kind: Omit<KindDefinition, Filled>): SeedKind {
  return defineTaggedKind({
    ...kind,
    entryKey: slugOf,
    objectKey: slugOf,
    filters: ({ entries }: Wanted) => ({ slug: entries.map((entry: SeedEntry) => slugOf(entry)) }),
  });
}
