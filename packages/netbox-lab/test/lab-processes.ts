import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Ids of the processes that work in this folder or were started with its name. */
export function processesIn(folder: string): readonly number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0 && traces(pid).some((trace) => trace.includes(folder)));
}

/** Waits until there are none; gives those that are left after `timeoutMs`. */
export async function waitForNone(folder: string, timeoutMs = 5000): Promise<readonly number[]> {
  const deadline = Date.now() + timeoutMs;
  while (processesIn(folder).length > 0 && Date.now() < deadline) await sleep(50);
  return processesIn(folder);
}

function traces(pid: number): readonly string[] {
  return [
    () => readFileSync(`/proc/${pid}/cmdline`, "utf8"),
    () => readlinkSync(`/proc/${pid}/cwd`),
  ].map((read) => {
    try {
      return read();
    } catch {
      return "";
    }
  });
}
