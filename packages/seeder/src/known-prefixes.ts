import ipaddr from "ipaddr.js";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import type { PlacedEntry } from "./seed-entries.ts";

/** The prefixes of the seed files, those of faulty entries among them where they can be read. */
export interface KnownPrefixes {
  readonly prefixes: readonly DesiredObject[];
  /** False where a prefix can't be read: any address may be in it. */
  readonly isComplete: boolean;
}

/** Reads what can be read, so that a faulty prefix is not a fault of each address in it. Pure. */
export function knownPrefixes(
  objects: readonly DesiredObject[],
  broken: readonly PlacedEntry[],
): KnownPrefixes {
  const faulty = broken
    .filter(({ kind }) => kind.name === "prefix")
    .map(({ kind, entry, positionOf }) => buildDesiredObject(kind, entry, positionOf));
  const readable = faulty.filter(({ key }) => ipaddr.isValidCIDR(key));
  return {
    prefixes: [...objects.filter(({ kind }) => kind === "prefix"), ...readable],
    isComplete: readable.length === faulty.length,
  };
}
