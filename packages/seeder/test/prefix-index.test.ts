import * as fc from "fast-check";
import ipaddr from "ipaddr.js";
import { describe, expect, it } from "vitest";
import { parseAddressBlock } from "../src/address-block.ts";
import { buildDesiredObject } from "../src/desired-object.ts";
import { kindOf } from "../src/kinds.ts";
import { buildPrefixIndex } from "../src/prefix-index.ts";

const prefixKind = kindOf("prefix");

function indexOf(networks: readonly string[]) {
  return buildPrefixIndex(networks.map((prefix) => buildDesiredObject(prefixKind, { prefix })));
}

function keysAround(networks: readonly string[], ends: readonly [string, string?]) {
  const [first, last = first] = ends;
  return indexOf(networks)
    .around(parseAddressBlock(first), parseAddressBlock(last))
    .map(({ key }) => key);
}

// Few bits that differ, so that networks hold one another.
const addresses4 = fc.tuple(fc.nat(3), fc.nat(255)).map(([a, b]) => `10.0.${a}.${b}`);
const addresses6 = fc.nat(0xffff).map((low) => `2001:db8::${low.toString(16)}`);
const networks4 = fc
  .tuple(addresses4, fc.integer({ min: 16, max: 32 }))
  .map(([address, length]) => {
    const network = ipaddr.IPv4.networkAddressFromCIDR(`${address}/${length}`);
    return `${network.toString()}/${length}`;
  });
const networks6 = fc
  .tuple(addresses6, fc.integer({ min: 108, max: 128 }))
  .map(([address, length]) => {
    const network = ipaddr.IPv6.networkAddressFromCIDR(`${address}/${length}`);
    return `${network.toString()}/${length}`;
  });

function holds(network: string, address: string): boolean {
  const [base, length] = ipaddr.parseCIDR(network);
  const parsed = ipaddr.parse(address);
  return parsed.kind() === base.kind() && parsed.match(base, length);
}

describe("the prefixes around an address", () => {
  it("are those that hold it, the smallest first", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(networks4, networks6), { maxLength: 30 }),
        fc.oneof(addresses4, addresses6),
        (networks, address) => {
          const expected = networks
            .filter((network) => holds(network, address))
            .toSorted((a, b) => ipaddr.parseCIDR(b)[1] - ipaddr.parseCIDR(a)[1]);
          expect(keysAround(networks, [address])).toEqual(expected);
        },
      ),
    );
  });

  it("hold a range to its end", () => {
    const networks = ["10.0.0.0/16", "10.0.1.0/24", "10.0.1.0/25"];
    expect(keysAround(networks, ["10.0.1.1/24", "10.0.1.200/24"])).toEqual([
      "10.0.1.0/24",
      "10.0.0.0/16",
    ]);
    expect(keysAround(networks, ["10.0.1.1/24", "10.1.0.1/24"])).toEqual([]);
    expect(keysAround(networks, ["10.0.1.1/24", "2001:db8::1/64"])).toEqual([]);
  });

  it("are named in the order of their addresses, each family for itself", () => {
    const index = indexOf(["10.0.10.0/24", "2001:db8::/64", "10.0.2.0/24", "10.0.2.0/23"]);
    expect(index.networksOf(32)).toEqual(["10.0.2.0/23", "10.0.2.0/24", "10.0.10.0/24"]);
    expect(index.networksOf(128)).toEqual(["2001:db8::/64"]);
    expect(indexOf([]).networksOf(32)).toEqual([]);
  });
});
