import { describe, expect, it } from "vitest";
import { buildQuery } from "../src/query.ts";

describe("a query", () => {
  it("repeats a parameter for each value of a list, in the order given", () => {
    expect(buildQuery({ slug: ["b", "a"], limit: 50 })).toBe("slug=b&slug=a&limit=50");
  });

  it("encodes what would mean something else", () => {
    expect(buildQuery({ name: "a&b=c d/é", enabled: true })).toBe(
      "name=a%26b%3Dc+d%2F%C3%A9&enabled=true",
    );
  });

  it("is empty without filters, and for an empty list", () => {
    expect(buildQuery({})).toBe("");
    expect(buildQuery({ slug: [] })).toBe("");
  });
});
