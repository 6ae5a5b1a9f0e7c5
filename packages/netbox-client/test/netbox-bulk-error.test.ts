import { isMultipassError } from "@multipass-netbox/core";
import { describe, expect, it } from "vitest";
import { type FailedItem, type ItemOutcome, NetBoxBulkError, NetBoxError } from "../src/index.ts";

describe("the error of a bulk request", () => {
  it("counts everything and tells the first five failures", () => {
    const outcomes: readonly ItemOutcome<unknown>[] = [
      { status: "done", id: 1, object: {} },
      ...Array.from({ length: 7 }, (_, index) => failed(`reason ${index}`)),
      { status: "unknown", message: "no answer came" },
      { status: "not-attempted" },
    ];
    const error = new NetBoxBulkError("extras/tags/", outcomes);

    expect(error.message.split("\n")).toEqual([
      "extras/tags/: 1 of 10 done, 7 failed, 1 unknown, 1 not attempted",
      "  item 1: reason 0",
      "  item 2: reason 1",
      "  item 3: reason 2",
      "  item 4: reason 3",
      "  item 5: reason 4",
      "  and 2 more",
    ]);
    expect(error.outcomes).toBe(outcomes);
  });

  it("names the id of what exists", () => {
    const error = new NetBoxBulkError("extras/tags/", [failed("gone", 9)]);

    expect(error.message).toContain("  item 0 (id 9): gone");
  });

  it("is of the code of its first failure, with its request", () => {
    const outcomes = [{ ...failed("a"), requestId: "r" }, failed("b")];
    const error = new NetBoxBulkError("extras/tags/", outcomes);

    expect(error).toMatchObject({ code: "NETBOX_VALIDATION", requestId: "r", status: undefined });
    expect(error).toBeInstanceOf(NetBoxError);
    expect(isMultipassError(error)).toBe(true);
  });

  it("is of the code of what stopped it, and says that last", () => {
    const details = { status: 502, requestId: "r", hint: "Look at the gateway." };
    const stop = new NetBoxError("NETBOX_SERVER", "POST extras/tags/: answered 502", details);
    const outcomes: readonly ItemOutcome<unknown>[] = [failed("a"), { status: "not-attempted" }];
    const error = new NetBoxBulkError("extras/tags/", outcomes, stop);

    expect(error).toMatchObject({ code: "NETBOX_SERVER", cause: stop, ...details });
    expect(error.message.split("\n").at(-1)).toBe("  POST extras/tags/: answered 502");
  });

  it("does not say twice what an item says already", () => {
    const stop = new NetBoxError("NETBOX_NOT_KEPT", "site: was dropped");
    const error = new NetBoxBulkError("ipam/prefixes/", [failed("site: was dropped")], stop);

    expect(error.message.match(/was dropped/g)).toHaveLength(1);
  });

  it("of a caller who stopped it is INTERRUPTED", () => {
    const reason = new Error("enough");
    const error = new NetBoxBulkError("extras/tags/", [{ status: "not-attempted" }], reason);

    expect(error).toMatchObject({ code: "INTERRUPTED", cause: reason });
  });
});

function failed(message: string, id?: number): FailedItem {
  return { status: "failed", code: "NETBOX_VALIDATION", message, fieldErrors: [], id };
}
