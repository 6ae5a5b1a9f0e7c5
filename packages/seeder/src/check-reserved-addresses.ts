import { networkBits } from "./address-block.ts";
import type { PlacedAddress } from "./placed-address.ts";
import type { Problem } from "./position.ts";
import { problemAt } from "./seed-problem.ts";
import { textOf } from "./text-of.ts";

/** Addresses of interfaces that name the network or all of its hosts: NetBox refuses them. Pure. */
export function checkReservedAddresses(addresses: readonly PlacedAddress[]): readonly Problem[] {
  return addresses.flatMap((placed) => {
    const { object, field } = placed;
    const role = textOf(object, "interface") === undefined ? undefined : findRole(placed);
    const message = `${object.key} is ${role}: no interface can have it`;
    return role === undefined ? [] : [problemAt(object, [field], `${field}: ${message}`)];
  });
}

function findRole({ first }: PlacedAddress): string | undefined {
  const hostLength = first.bits - first.prefixLength;
  if (hostLength < 2) {
    return undefined;
  }
  const host = first.address - (networkBits(first, first.prefixLength) << BigInt(hostLength));
  if (host === 0n) {
    return "the network itself";
  }
  const isBroadcast = first.bits === 32 && host === (1n << BigInt(hostLength)) - 1n;
  return isBroadcast ? "the broadcast address of its network" : undefined;
}
