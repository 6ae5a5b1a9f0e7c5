import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isRunning, readIdentity } from "../src/process-identity.ts";

test("a process is known by its id and its start, and gone when it has ended", async () => {
  const child = spawn("sleep", ["60"]);
  await once(child, "spawn");
  const identity = readIdentity(child.pid ?? 0);
  if (identity === undefined) throw new Error("sleep has no identity");
  expect(isRunning(identity)).toBe(true);
  // Another process that got the same id later.
  expect(isRunning({ ...identity, startTicks: identity.startTicks + 1 })).toBe(false);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isRunning(identity)).toBe(false);
});
