import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockOfNetwork, blockOfRange, findFreeAddresses } from "../src/free-addresses.ts";

// A small network of either family, so that every address of it can be looked at.
interface Network {
  readonly prefix: string;
  readonly isIpv6: boolean;
  readonly size: number;
  readonly nameOf: (place: number) => string;
}

const networks: fc.Arbitrary<Network> = fc
  .tuple(fc.boolean(), fc.nat({ max: 7 }), fc.nat({ max: 7 }))
  .map(([isIpv6, bits, place]) => {
    const size = 2 ** bits;
    const start = place * size;
    const nameOf = (offset: number): string =>
      isIpv6 ? `2001:db8::${(start + offset + 1024).toString(16)}` : ipv4(start + offset);
    return { prefix: `${nameOf(0)}/${(isIpv6 ? 128 : 32) - bits}`, isIpv6, size, nameOf };
  });

const uses = networks.chain(({ size, ...network }) =>
  fc.record({
    network: fc.constant({ ...network, size }),
    isPool: fc.boolean(),
    taken: fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 20 }),
    blocks: fc.array(
      fc
        .tuple(fc.integer({ min: -9, max: size + 9 }), fc.nat({ max: 12 }))
        .map(([first, width]) => ({ first, last: first + width })),
      { maxLength: 4 },
    ),
    limit: fc.nat({ max: 140 }),
  }),
);

describe("findFreeAddresses", () => {
  it("finds what a look at every single address finds", () => {
    fc.assert(
      fc.property(uses, ({ network, isPool, taken, blocks, limit }) => {
        const { prefix, nameOf } = network;
        const { first } = blockOfNetwork(prefix);
        const use = {
          prefix,
          isPool,
          taken: taken.map((place, index) => withSomeMask(nameOf(place), index)),
          avoided: blocks.map((block) => ({
            first: first + BigInt(block.first),
            last: first + BigInt(block.last),
          })),
        };
        const places = Array.from({ length: network.size }, (_, place) => place);
        const free = places
          .filter((place) => isUsable(place, network, isPool))
          .filter((place) => !taken.includes(place))
          .filter((place) => !blocks.some((block) => place >= block.first && place <= block.last));
        const [, mask] = prefix.split("/");

        expect(findFreeAddresses(use, limit)).toEqual(
          free.slice(0, limit).map((place) => `${nameOf(place)}/${mask}`),
        );
      }),
    );
  });

  it("looks at no more of a large network than it needs", () => {
    const use = { isPool: false, taken: ["2001:db8::1/64"], avoided: [] };

    expect(findFreeAddresses({ ...use, prefix: "2001:db8::/64" }, 2)).toEqual([
      "2001:db8::2/64",
      "2001:db8::3/64",
    ]);
    const child = blockOfNetwork("2001:db8::/65");
    expect(findFreeAddresses({ ...use, prefix: "2001:db8::/64", avoided: [child] }, 1)).toEqual([
      "2001:db8:0:0:8000::/64",
    ]);
  });

  it.each([
    ["192.168.1.0/30", false, ["192.168.1.1/30", "192.168.1.2/30"]],
    [
      "192.168.1.0/30",
      true,
      ["192.168.1.0/30", "192.168.1.1/30", "192.168.1.2/30", "192.168.1.3/30"],
    ],
    ["192.168.1.0/31", false, ["192.168.1.0/31", "192.168.1.1/31"]],
    ["192.168.1.7/32", false, ["192.168.1.7/32"]],
    ["2001:db8::/126", false, ["2001:db8::1/126", "2001:db8::2/126", "2001:db8::3/126"]],
    ["2001:db8::/127", false, ["2001:db8::/127", "2001:db8::1/127"]],
  ])("%s, a pool %s", (prefix, isPool, free) => {
    expect(findFreeAddresses({ prefix, isPool, taken: [], avoided: [] }, 9)).toEqual(free);
  });
});

describe("a block", () => {
  it("of a network is its own, whatever the host bits", () => {
    expect(blockOfNetwork("0.0.1.9/29")).toEqual({ first: 264n, last: 271n });
    expect(blockOfNetwork("::ff/124")).toEqual({ first: 240n, last: 255n });
  });

  it("of a range has both ends, with a mask or without", () => {
    expect(blockOfRange("0.0.1.0/24", "0.0.1.5")).toEqual({ first: 256n, last: 261n });
  });
});

/** The rules of NetBox, address by address. */
function isUsable(place: number, { size, isIpv6 }: Network, isPool: boolean): boolean {
  if (isPool || size <= 2) {
    return true;
  }
  return place > 0 && (isIpv6 || place < size - 1);
}

function ipv4(number: number): string {
  return `10.0.${Math.floor(number / 256)}.${number % 256}`;
}

// The mask of an address that exists says nothing about where it is.
function withSomeMask(address: string, index: number): string {
  return `${address}/${[24, 32, 8][index % 3]}`;
}
