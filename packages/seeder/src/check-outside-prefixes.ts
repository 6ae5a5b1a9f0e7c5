import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import type { PrefixIndex } from "./prefix-index.ts";
import { problemAt } from "./seed-problem.ts";

const maxNamed = 3;

/** Addresses and ranges outside of every prefix, where there are prefixes of their family. Pure. */
export function checkOutsidePrefixes(
  addresses: readonly PlacedAddress[],
  index: PrefixIndex,
): readonly Problem[] {
  return addresses
    .filter(({ first, last, prefixes }) => prefixes.length === 0 && first.bits === last.bits)
    .filter(({ first }) => index.networksOf(first.bits).length > 0)
    .map(({ object, field, first }) => {
      const known = nameSome(index.networksOf(first.bits));
      const message = `${object.key} is in no prefix of the seed files: add one to ${known}`;
      return problemAt(object, [field], `${field}: ${message}, or correct it`);
    });
}

function nameSome(networks: readonly string[]): string {
  const named = networks.slice(0, maxNamed).join(", ");
  return networks.length > maxNamed ? `${named} and ${networks.length - maxNamed} more` : named;
}
