import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IdRange, splitIdRange } from "../src/split-id-range.ts";

const ends = fc
  .tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 }))
  .map(([after, width]) => ({ after, upTo: after + width }));
const counts = fc.nat({ max: 40 });

describe("splitIdRange", () => {
  it("covers every id above the first once, also those made meanwhile", () => {
    fc.assert(
      fc.property(ends, counts, ({ after, upTo }, count) => {
        const ranges = splitIdRange({ after, upTo }, count);
        for (let id = after + 1; id <= upTo + 3; id += 1) {
          expect(ranges.filter((range) => isWithin(id, range))).toHaveLength(1);
        }
        expect(ranges.filter((range) => isWithin(after, range))).toEqual([]);
      }),
    );
  });

  it("is in order, and open at its end alone", () => {
    fc.assert(
      fc.property(ends, counts, ({ after, upTo }, count) => {
        const ranges = splitIdRange({ after, upTo }, count);
        expect(ranges[0]?.after).toBe(after);
        expect(ranges.slice(1).map((range) => range.after)).toEqual(
          ranges.slice(0, -1).map((range) => range.upTo),
        );
        expect(ranges.at(-1)).not.toHaveProperty("upTo");
      }),
    );
  });

  it("makes no more ranges than were asked for, and at least one", () => {
    fc.assert(
      fc.property(ends, counts, ({ after, upTo }, count) => {
        const { length } = splitIdRange({ after, upTo }, count);
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(Math.max(1, count));
      }),
    );
  });

  it("of 10 ids into 3", () => {
    expect(splitIdRange({ after: 0, upTo: 10 }, 3)).toEqual([
      { after: 0, upTo: 4 },
      { after: 4, upTo: 8 },
      { after: 8 },
    ]);
  });
});

function isWithin(id: number, { after, upTo = Infinity }: IdRange): boolean {
  return id > after && id <= upTo;
}
