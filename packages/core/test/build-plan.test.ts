import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildPlan,
  isEmptyPlan,
  type Operation,
  operationName,
  operationsOf,
} from "@multipass-netbox/core";

const placed = fc.array(
  fc.record({
    level: fc.nat({ max: 5 }),
    operation: fc.record({
      action: fc.constantFrom("create", "update"),
      kind: fc.constantFrom("tag", "site", "device"),
      key: fc.string({ maxLength: 4 }),
    }),
  }),
);

function names(operations: readonly Operation[]): readonly string[] {
  return operations.map(operationName).toSorted();
}

describe("buildPlan", () => {
  it("puts smaller levels first and sorts each", () => {
    const plan = buildPlan("here", [
      { level: 2, operation: { action: "create", kind: "site", key: "b" } },
      { level: 0, operation: { action: "create", kind: "tag", key: "z" } },
      { level: 2, operation: { action: "create", kind: "site", key: "a" } },
    ]);
    expect(plan.target).toBe("here");
    expect(plan.levels.map((level) => level.map(operationName))).toEqual([
      ["create tag z"],
      ["create site a", "create site b"],
    ]);
  });

  it("does not depend on the order in which operations were found", () => {
    fc.assert(
      fc.property(placed, fc.infiniteStream(fc.nat()), (items, random) => {
        const shuffled = items
          .map((item) => ({ item, place: random.next().value as number }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ item }) => item);
        expect(buildPlan("x", shuffled)).toEqual(buildPlan("x", items));
      }),
    );
  });

  it("loses no operation and adds none", () => {
    fc.assert(
      fc.property(placed, (items) => {
        const plan = buildPlan("x", items);
        expect(names(operationsOf(plan))).toEqual(names(items.map((item) => item.operation)));
        expect(isEmptyPlan(plan)).toBe(items.length === 0);
      }),
    );
  });
});
