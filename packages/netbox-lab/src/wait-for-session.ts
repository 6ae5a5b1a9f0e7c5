import { setTimeout as sleep } from "node:timers/promises";
import { listPids } from "./list-pids.ts";
import { readSession } from "./process-identity.ts";

/** On a busy machine a killed process takes a moment to go; one that hangs in a disk stays. */
const patienceMs = 5000;

/** Waits until no process of the session that this process led is left. */
export async function waitForSession(leaderPid: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (hasMember(leaderPid) && Date.now() < deadline) await sleep(20);
}

function hasMember(session: number): boolean {
  return listPids().some((pid) => readSession(pid) === session);
}
