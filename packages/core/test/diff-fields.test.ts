import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffFields, type Fields } from "@multipass-netbox/core";

const fields = fc.dictionary(fc.string(), fc.jsonValue()) as fc.Arbitrary<Fields>;

describe("diffFields", () => {
  it("names only desired fields that differ, sorted", () => {
    const actual = { b: 1, a: "old", untouched: true };
    const desired = { b: 2, a: "new" };
    expect(diffFields(actual, desired)).toEqual([
      { field: "a", before: "old", after: "new" },
      { field: "b", before: 1, after: 2 },
    ]);
  });

  it("takes an absent field for null", () => {
    expect(diffFields({}, { a: null })).toEqual([]);
    expect(diffFields({}, { a: "x" })).toEqual([{ field: "a", before: null, after: "x" }]);
  });

  it("finds nothing between equal fields, and nothing after applying what it found", () => {
    fc.assert(
      fc.property(fields, fields, (actual, desired) => {
        expect(diffFields(actual, actual)).toEqual([]);
        const changes = diffFields(actual, desired);
        const applied = Object.fromEntries(changes.map(({ field, after }) => [field, after]));
        expect(diffFields({ ...actual, ...applied }, desired)).toEqual([]);
      }),
    );
  });
});
