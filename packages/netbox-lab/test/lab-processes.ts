import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { listPids } from "../src/list-pids.ts";

/** Ids of the processes that work in this folder or were started with its name. */
export function processesIn(folder: string): readonly number[] {
  return listPids().filter((pid) => traces(pid).some((trace) => trace.includes(folder)));
}

/** These processes, their children, and so on. */
export function withChildren(pids: readonly number[]): readonly number[] {
  const all = listPids().map((pid) => ({ pid, parent: parentOf(pid) }));
  const family = new Set(pids);
  // A set that grows while it is walked is walked to its end.
  for (const member of family) {
    for (const { pid } of all.filter(({ parent }) => parent === member)) family.add(pid);
  }
  return [...family];
}

/** Long, because on a busy machine the end of a lab takes its time. */
const patienceMs = 60_000;

/** Waits until there are none; gives those that are left when patience ends. */
export async function waitForNone(folder: string): Promise<readonly number[]> {
  const deadline = Date.now() + patienceMs;
  while (processesIn(folder).length > 0 && Date.now() < deadline) await sleep(50);
  return processesIn(folder);
}

function traces(pid: number): readonly string[] {
  return [
    () => readFileSync(`/proc/${pid}/cmdline`, "utf8"),
    () => readlinkSync(`/proc/${pid}/cwd`),
  ].map(readOrNothing);
}

function parentOf(pid: number): number {
  const stat = readOrNothing(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  return Number(stat.slice(stat.lastIndexOf(")")).split(" ")[2]);
}

function readOrNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}
