import { describe, expect, it } from "vitest";
import { findLaterChange, type LoggedChange } from "../src/find-later-change.ts";

const ours = { requestIds: new Set(["run"]), isAnswered: true };

function change(request: string, data: object, message = ""): LoggedChange {
  return {
    user_name: request,
    time: "2026-11-24T00:00:00Z",
    request_id: request,
    message,
    postchange_data: { ...data },
  };
}

const made = change("run", { name: "a", last_updated: "1", interface_count: 0 });

describe("the later change of an object", () => {
  it.each([
    ["there is none", [made]],
    ["it was taken back", [made, change("x", { name: "b" }), change("y", { name: "a" })]],
    [
      "only counters and times differ",
      [made, change("x", { name: "a", last_updated: "2", interface_count: 3 })],
    ],
    [
      "it is back in an earlier state of the run's own",
      [made, change("run", { name: "b" }), change("undo", { name: "a" })],
    ],
    ["the log is empty", []],
  ])("is none where %s", (_, history) => {
    expect(findLaterChange(history, ours)).toBeUndefined();
  });

  it("is the last one, with who made it", () => {
    const history = [made, change("x", { name: "b" }), change("y", { name: "c" })];
    expect(findLaterChange(history, ours)).toEqual({ user: "y", time: "2026-11-24T00:00:00Z" });
  });

  it("is a later change too where no change of the run's is known", () => {
    const history = [change("x", { name: "b" }, "by hand")];
    for (const isAnswered of [true, false]) {
      expect(findLaterChange(history, { ...ours, isAnswered })?.user).toBe("x");
    }
  });

  it("is none where our message tells it, but only after a lost answer", () => {
    const history = [change("lost", { name: "b" }, "multipass-netbox seed [1f2e3d4c]")];
    expect(findLaterChange(history, { ...ours, isAnswered: false })).toBeUndefined();
    expect(findLaterChange(history, ours)?.user).toBe("lost");
  });
});
