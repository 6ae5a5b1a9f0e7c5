import type { Fields } from "@multipass-netbox/core";
import { buildEntry } from "./build-entry.ts";
import type { SeedKind } from "./seed-kind.ts";

/** A kind but for what follows from the rest. */
export interface KindDefinition extends Omit<SeedKind, "toEntry"> {
  /** The inverse of `desired`: the fields under the names that a seed file has for them. */
  readonly described?: (fields: Fields) => Fields;
}

/** Makes a kind whose objects can be written as entries of a seed file. */
export function defineKind({ described, ...kind }: KindDefinition): SeedKind {
  return {
    ...kind,
    toEntry: (fields) => buildEntry(kind, described?.(fields) ?? fields),
  };
}
