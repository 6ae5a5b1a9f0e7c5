import type { DesiredObject } from "./desired-object.ts";
import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import { placeOf, problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/**
 * Addresses and ranges of one tenant in a prefix that was carved out of a larger one for another
 * tenant. A prefix that lies in no other may carry the addresses of everyone. Pure.
 */
export function checkPrefixTenants(addresses: readonly PlacedAddress[]): readonly Problem[] {
  return addresses.flatMap(({ object, prefixes }) => {
    const tenant = textOf(object, "tenant");
    const prefix = findCarved(prefixes);
    const owner = prefix && textOf(prefix, "tenant");
    if (prefix === undefined || tenant === undefined || owner === tenant) {
      return [];
    }
    const message = `${object.key} is of "${tenant}", its prefix ${prefix.key} of "${owner}"`;
    return [problemAt(object, ["tenant"], `tenant: ${message}, ${placeOf(prefix)}`)];
  });
}

/** The smallest prefix with a tenant, unless it is the largest of all. */
function findCarved(prefixes: readonly DesiredObject[]): DesiredObject | undefined {
  return prefixes.slice(0, -1).find((prefix) => textOf(prefix, "tenant") !== undefined);
}
