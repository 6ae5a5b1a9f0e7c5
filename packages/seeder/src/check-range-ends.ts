import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";

/** Ranges whose ends don't belong together: NetBox refuses them. Pure. */
export function checkRangeEnds(addresses: readonly PlacedAddress[]): readonly Problem[] {
  return addresses.flatMap((range) => {
    const message = findFault(range);
    return message === undefined
      ? []
      : [problemAt(range.object, ["end_address"], `end_address: ${message}`)];
  });
}

function findFault({ first, last }: PlacedAddress): string | undefined {
  if (first.bits !== last.bits) {
    return "must be of the same family as the start";
  }
  if (first.prefixLength !== last.prefixLength) {
    return `must have the mask of the start, /${first.prefixLength}`;
  }
  return last.address < first.address ? "comes before the start" : undefined;
}
