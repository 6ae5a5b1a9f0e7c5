import { sendSignal } from "./send-signal.ts";

/** Sends KILL to a process group; one that is gone is no error. */
export function killGroup(leaderPid: number): void {
  // 0 would be our own group, 1 everybody.
  if (leaderPid > 1) sendSignal(-leaderPid, "SIGKILL");
}
