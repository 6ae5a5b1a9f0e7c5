import { hostOf } from "./kinds/ip-address.ts";
import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/**
 * Masks that are not the one of the smallest prefix around the address. The mask of a single
 * address is right everywhere, and a container is no network of hosts. Pure.
 */
export function checkMasks(addresses: readonly PlacedAddress[]): readonly Problem[] {
  return addresses.flatMap((placed) => {
    const message = findFault(placed);
    return message === undefined
      ? []
      : [problemAt(placed.object, [placed.field], `${placed.field}: ${message}`)];
  });
}

function findFault({ object, field, first, prefixes }: PlacedAddress): string | undefined {
  const [smallest] = prefixes;
  if (
    smallest === undefined ||
    first.prefixLength === first.bits ||
    textOf(smallest, "status") === "container"
  ) {
    return undefined;
  }
  const [, mask = ""] = smallest.key.split("/");
  const advice =
    field === "address"
      ? `write ${hostOf(object.key)}/${mask}, or /${first.bits} for the address alone`
      : `write /${mask} at both ends`;
  return mask === String(first.prefixLength)
    ? undefined
    : `the mask of ${smallest.key} is /${mask}: ${advice}`;
}
