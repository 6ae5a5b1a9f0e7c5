import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOverlappingRanges } from "../src/check-overlapping-ranges.ts";
import type { DesiredObject } from "../src/desired-object.ts";
import { placeAddresses } from "../src/placed-address.ts";
import { buildPrefixIndex } from "../src/prefix-index.ts";

interface Ends {
  readonly first: number;
  readonly last: number;
}

const ranges = fc.uniqueArray(
  fc.tuple(fc.nat(60), fc.nat(12)).map(([first, size]): Ends => ({ first, last: first + size })),
  { maxLength: 12, selector: keyOf },
);

function keyOf({ first, last }: Ends): string {
  return `10.0.0.${first}-10.0.0.${last}`;
}

function rangeOf(ends: Ends): DesiredObject {
  const key = keyOf(ends);
  const fields = {
    start_address: `10.0.0.${ends.first}/24`,
    end_address: `10.0.0.${ends.last}/24`,
  };
  return { kind: "ip-range", key, identity: key, entry: fields, fields };
}

function messagesOf(all: readonly Ends[]): readonly string[] {
  const placed = placeAddresses(all.map(rangeOf), buildPrefixIndex([]));
  return checkOverlappingRanges(placed).map(({ message }) => message);
}

function overlap(a: Ends, b: Ends): boolean {
  return a.first <= b.last && b.first <= a.last;
}

describe("ranges that overlap", () => {
  it("are told wherever there are any, and are real", () => {
    fc.assert(
      fc.property(ranges, (all) => {
        const pairs = all.flatMap((a) =>
          all
            .filter((b) => a !== b && overlap(a, b))
            .map((b) => `${keyOf(a)} overlaps ${keyOf(b)}`),
        );
        const messages = messagesOf(all);
        expect(messages.length > 0).toBe(pairs.length > 0);
        for (const message of messages) {
          expect(pairs.some((pair) => message.includes(pair))).toBe(true);
        }
      }),
    );
  });

  it("are each told once, even inside of a wider one that began long before", () => {
    const all = [
      { first: 1, last: 50 },
      { first: 2, last: 3 },
      { first: 10, last: 12 },
      { first: 51, last: 51 },
    ];
    expect(messagesOf(all)).toHaveLength(2);
    expect(messagesOf(all.toReversed())).toEqual(messagesOf(all));
  });
});
