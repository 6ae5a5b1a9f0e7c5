import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessIdentity, readIdentity } from "./process-identity.ts";

/** Where labs live that end with their caller. Pure. */
export function runsFolder(cacheFolder: string): string {
  return join(cacheFolder, "runs");
}

/**
 * The folder of the lab that this process supervises. Its name says who that is, so that
 * whoever finds it can tell whether it is still in use.
 */
export function runFolder(cacheFolder: string): string {
  const identity = readIdentity(process.pid) ?? { pid: process.pid, startTicks: 0 };
  return join(runsFolder(cacheFolder), runName(identity));
}

/** Whether the supervisor in a run folder's name is gone; false for another container's. */
export function isStaleRun(name: string): boolean {
  const [space, pid, startTicks] = name.split("-").map((part) => Number.parseInt(part, 36));
  if (pid === undefined || startTicks === undefined) return false;
  return space === readPidNamespace() && !isRunning({ pid, startTicks });
}

// Base 36, because the path of a unix socket in it must stay short.
function runName({ pid, startTicks }: ProcessIdentity): string {
  return [readPidNamespace(), pid, startTicks].map((part) => part.toString(36)).join("-");
}

/** Process ids mean something in one pid namespace only; folders can be shared by several. */
function readPidNamespace(): number {
  return Number(/\d+/u.exec(readlinkSync("/proc/self/ns/pid"))?.[0] ?? 0);
}
