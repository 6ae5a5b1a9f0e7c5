import { describe, expect, it } from "vitest";
import { checkReferenceCycles } from "../src/check-reference-cycles.ts";
import { buildDesiredObject, type DesiredObject } from "../src/desired-object.ts";
import { kindOf } from "../src/kinds.ts";
import { buildSeedIndex } from "../src/seed-index.ts";

const parents: Readonly<Record<string, string>> = { a: "b", b: "c", c: "a", d: "a", self: "self" };

const groups = ["d", "a", "b", "c", "self", "alone"].map((slug) =>
  buildDesiredObject(kindOf("tenant-group"), { name: slug, slug }),
);

/** No kind points to itself so far: this is what one with parents would say. */
function messagesOf(isDeferred: boolean): readonly string[] {
  const parentOf = ({ key }: DesiredObject) => {
    const parent = parents[key];
    return parent === undefined
      ? []
      : [{ kind: "tenant-group" as const, key: parent, path: ["parent"], isDeferred }];
  };
  const problems = checkReferenceCycles(groups, buildSeedIndex(groups, []), parentOf);
  return problems.map(({ message }) => message);
}

describe("references in circles", () => {
  it("are told once each, with the whole way round", () => {
    expect(messagesOf(false)).toEqual([
      "parent: tenant-group a needs itself first: a -> b -> c -> a",
      "parent: tenant-group self needs itself first: self -> self",
    ]);
  });

  it("are no fault where the reference is set afterwards", () => {
    expect(messagesOf(true)).toEqual([]);
  });
});
