import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultChunkLimits, splitChunks } from "../src/index.ts";

const bodies = fc.array(fc.record({ name: fc.string(), slug: fc.string() }));
const limits = fc.record({
  items: fc.integer({ min: 1, max: 10 }),
  sizeBytes: fc.integer({ min: 1, max: 500 }),
});

describe("splitChunks", () => {
  it("loses nothing and keeps the order", () => {
    fc.assert(
      fc.property(bodies, limits, (all, limit) => {
        expect(splitChunks(all, limit).flat()).toEqual(all);
      }),
    );
  });

  it("makes no chunk that is empty, too long, or too large unless it holds one body", () => {
    fc.assert(
      fc.property(bodies, limits, (all, { items, sizeBytes }) => {
        for (const chunk of splitChunks(all, { items, sizeBytes })) {
          expect(chunk.length).toBeGreaterThan(0);
          expect(chunk.length).toBeLessThanOrEqual(items);
          expect(chunk.length === 1 || sizeOf(chunk) <= sizeBytes).toBe(true);
        }
      }),
    );
  });

  it("makes no more chunks than are needed: two neighbours never fit into one", () => {
    fc.assert(
      fc.property(bodies, limits, (all, { items, sizeBytes }) => {
        const chunks = splitChunks(all, { items, sizeBytes });
        for (const [index, chunk] of chunks.slice(1).entries()) {
          const joined = [...(chunks[index] ?? []), ...chunk.slice(0, 1)];
          expect(joined.length > items || sizeOf(joined) > sizeBytes).toBe(true);
        }
      }),
    );
  });

  it("counts the brackets and commas of the list", () => {
    const all = ["a", "b"];

    expect(sizeOf(all)).toBe(9);
    expect(splitChunks(all, { items: 50, sizeBytes: 9 })).toEqual([["a", "b"]]);
    expect(splitChunks(all, { items: 50, sizeBytes: 8 })).toEqual([["a"], ["b"]]);
  });

  it("stays below what NetBox reads: 2,621,440 bytes", () => {
    const large = Array.from({ length: 60 }, () => ({ comments: "é".repeat(100_000) }));
    const chunks = splitChunks(large);

    expect(chunks.every((chunk) => sizeOf(chunk) < 2_621_440)).toBe(true);
    expect(chunks.flat()).toHaveLength(60);
    expect(chunks.length).toBeGreaterThan(2);
  });

  it("takes at most 50 objects at once", () => {
    const chunks = splitChunks(Array.from({ length: 101 }, (_, id) => ({ id })));

    expect(chunks.map(({ length }) => length)).toEqual([50, 50, 1]);
    expect(defaultChunkLimits.items).toBe(50);
  });
});

function sizeOf(chunk: readonly unknown[]): number {
  return Buffer.byteLength(JSON.stringify(chunk));
}
