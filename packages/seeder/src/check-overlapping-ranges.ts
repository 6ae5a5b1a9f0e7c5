import { compareBlocks } from "./address-block.ts";
import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import { placeOf, problemAt } from "./seed-problem.ts";

/** Ranges that have addresses in common: NetBox refuses the second one. Pure. */
export function checkOverlappingRanges(addresses: readonly PlacedAddress[]): readonly Problem[] {
  let widest: PlacedAddress | undefined;
  const problems: Problem[] = [];
  for (const range of addresses.filter(isRange).toSorted(byAddress)) {
    if (widest && overlaps(widest, range)) {
      problems.push(describeOverlap(range, widest));
    }
    widest = widest && compareBlocks(widest.last, range.last) > 0 ? widest : range;
  }
  return problems;
}

function isRange({ field, first, last }: PlacedAddress): boolean {
  return field === "start_address" && first.bits === last.bits && first.address <= last.address;
}

function byAddress(a: PlacedAddress, b: PlacedAddress): number {
  return compareBlocks(a.first, b.first) || compareBlocks(a.last, b.last);
}

function overlaps(earlier: PlacedAddress, later: PlacedAddress): boolean {
  return (
    earlier.first.bits === later.first.bits &&
    earlier.last.address >= later.first.address &&
    // The same range twice is said of the object as a whole.
    earlier.object.identity !== later.object.identity
  );
}

function describeOverlap(
  { object, field }: PlacedAddress,
  { object: earlier }: PlacedAddress,
): Problem {
  const message = `${object.key} overlaps ${earlier.key} ${placeOf(earlier)}`;
  return problemAt(object, [field], `${field}: ${message}: shorten one of them`);
}
