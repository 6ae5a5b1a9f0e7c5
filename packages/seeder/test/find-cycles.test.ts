import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCycles } from "../src/find-cycles.ts";

type Edges = ReadonlyMap<number, readonly number[]>;

const size = 8;
const numbers = Array.from({ length: size }, (_, index) => index);
const graphs = fc
  .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 20 })
  .map((pairs): Edges => {
    const groups = Map.groupBy(pairs, ([from]) => from);
    return new Map([...groups].map(([from, all]) => [from, all.map(([, to]) => to)]));
  });

function cyclesOf(edges: Edges) {
  return findCycles(numbers, (node) => edges.get(node) ?? []);
}

/** The slow way to know: everything that can be reached from a node. */
function reach(start: number, edges: Edges, seen = new Set<number>()): ReadonlySet<number> {
  for (const next of edges.get(start) ?? []) {
    if (!seen.has(next)) {
      seen.add(next);
      reach(next, edges, seen);
    }
  }
  return seen;
}

describe("cycles of a graph", () => {
  it("are found wherever a node reaches itself, and are real", () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const cycles = cyclesOf(edges);
        for (const cycle of cycles) {
          for (const [index, node] of cycle.entries()) {
            const next = cycle[(index + 1) % cycle.length];
            expect(edges.get(node)).toContain(next);
          }
        }
        const nodes = new Set(cycles.flat());
        const looping = numbers.filter((node) => reach(node, edges).has(node));
        // Each node on a cycle shares one with a node of those that are told.
        for (const node of looping) {
          const together = looping.filter(
            (other) => reach(node, edges).has(other) && reach(other, edges).has(node),
          );
          expect(together.some((other) => nodes.has(other))).toBe(true);
        }
        expect(looping.length > 0).toBe(cycles.length > 0);
      }),
    );
  });

  it("include a node that points to itself", () => {
    expect(cyclesOf(new Map([[3, [3]]]))).toEqual([[3]]);
  });

  it("are looked for in a chain of any length", () => {
    const length = 100_000;
    const chain = Array.from({ length }, (_, index) => index);
    expect(findCycles(chain, (node) => (node + 1 < length ? [node + 1] : []))).toEqual([]);
    expect(findCycles(chain, (node) => [(node + 1) % length])).toEqual([chain]);
  });
});
