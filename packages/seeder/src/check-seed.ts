import type { Allowance } from "./allowances.ts";
import { checkCustomFields } from "./check-custom-fields.ts";
import { checkOverlappingRanges } from "./check-overlapping-ranges.ts";
import { checkPrimaryAddresses } from "./check-primary-addresses.ts";
import { checkRangeEnds } from "./check-range-ends.ts";
import { checkReferenceCycles } from "./check-reference-cycles.ts";
import { checkReferences } from "./check-references.ts";
import { checkReservedAddresses } from "./check-reserved-addresses.ts";
import { checkRules } from "./check-rules.ts";
import { checkTwins } from "./check-twins.ts";
import { checkZeroMasks } from "./check-zero-masks.ts";
import type { DesiredObject } from "./desired-object.ts";
import { knownPrefixes } from "./known-prefixes.ts";
import { placeAddresses } from "./placed-address.ts";
import { comparePositions, type Problem } from "./position.ts";
import { buildPrefixIndex } from "./prefix-index.ts";
import type { PlacedEntry } from "./seed-entries.ts";
import { buildSeedIndex } from "./seed-index.ts";
import { positionOf } from "./seed-problem.ts";

/** What the seed files hold, as far as it could be read. */
export interface ReadSeed {
  readonly objects: readonly DesiredObject[];
  /** Entries that don't fit their schema: they still count as there. */
  readonly broken: readonly PlacedEntry[];
  /** False where a file could not be read: what is not here may be in it. */
  readonly isComplete: boolean;
  /** The rules that the files switch off. */
  readonly allowed: ReadonlySet<Allowance>;
}

/**
 * What is wrong with objects that each fit their schema. Pure. The order of the objects does not
 * matter: of two that contradict each other, the one that stands later in the files is wrong.
 */
export function checkSeed({ objects, broken, isComplete, allowed }: ReadSeed): readonly Problem[] {
  const inPlace = objects.toSorted((a, b) => comparePositions(positionOf(a), positionOf(b)));
  const index = buildSeedIndex(inPlace, broken);
  const known = knownPrefixes(inPlace, broken);
  const prefixes = buildPrefixIndex(known.prefixes);
  const addresses = placeAddresses(inPlace, prefixes);
  const ruled = {
    objects: inPlace,
    index,
    prefixes,
    addresses: known.isComplete ? addresses : [],
  };
  return [
    ...checkTwins(inPlace),
    ...checkReferenceCycles(inPlace, index),
    ...checkPrimaryAddresses(inPlace, index),
    ...checkZeroMasks(inPlace),
    ...checkReservedAddresses(addresses),
    ...checkRangeEnds(addresses),
    ...checkOverlappingRanges(addresses),
    ...(isComplete ? checkReferences(inPlace, index) : []),
    ...(isComplete ? checkCustomFields(inPlace, index) : []),
    ...(isComplete ? checkRules(ruled, allowed) : []),
  ];
}
