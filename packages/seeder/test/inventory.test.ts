import { describe, expect, it } from "vitest";
import { planPrune } from "../src/index.ts";
import { kindOf } from "../src/kinds.ts";
import { inventoryOf, ourTag, target, tenant } from "./plan-fixtures.ts";

describe("an inventory", () => {
  it("refuses to choose between two objects of one key", () => {
    const inventory = inventoryOf([
      ["tenant", tenant],
      ["tenant", { ...tenant, id: 9 }],
    ]);
    expect(() => inventory.idOf(kindOf("tenant"), "acme")).toThrow(
      "tenant acme exists 2 times (ids 7, 9)",
    );
  });

  it("finds an object by its id, under its newest key alone", () => {
    const inventory = inventoryOf([
      ["tenant", tenant],
      ["tenant", { ...tenant, slug: "renamed" }],
    ]);
    expect(inventory.findById("tenant", 7)?.key).toBe("renamed");
    expect(inventory.findByKey("tenant", "acme")).toEqual([]);
    expect(inventory.all()).toHaveLength(1);
  });
});

describe("a prune", () => {
  it("refuses one address with two masks", () => {
    const address = { tags: ourTag, custom_fields: {}, status: { value: "active" } };
    const inventory = inventoryOf([
      ["ip-address", { ...address, id: 1, address: "10.0.0.5/24" }],
      ["ip-address", { ...address, id: 2, address: "10.0.0.5/32" }],
    ]);
    expect(() => planPrune([], inventory, { target })).toThrow(
      "ip-address 10.0.0.5/24 exists 2 times (ids 1, 2)",
    );
  });
});
