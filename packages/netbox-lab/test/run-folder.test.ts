import { basename } from "node:path";
import { expect, test } from "vitest";
import { isStaleRun, runFolder } from "../src/run-folder.ts";

test("a run is stale when its supervisor is gone, not when it is another container's", () => {
  const name = basename(runFolder("/cache"));
  const [space = "", pid = "", start = ""] = name.split("-");
  expect(isStaleRun(name)).toBe(false);
  expect(isStaleRun([space, pid, `${start}0`].join("-"))).toBe(true);
  expect(isStaleRun([`${space}0`, pid, `${start}0`].join("-"))).toBe(false);
});

test.each(["", "a", "a-b", ".DS_Store"])("%j is nobody's run", (name) => {
  expect(isStaleRun(name)).toBe(false);
});
