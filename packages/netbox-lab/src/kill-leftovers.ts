import { killGroup } from "./kill-group.ts";
import type { LabProcess } from "./lab-state.ts";
import { isRunning } from "./process-identity.ts";
import { sendSignal } from "./send-signal.ts";

/** PostgreSQL kills what hangs of its own after 5 s. */
const patienceMs = 10_000;

/**
 * Kills the processes of a lab whose supervisor is gone, those that still are the same.
 * Where setpriv is missing there may be any, else only such as are on their way out.
 */
export async function killLeftovers(processes: readonly LabProcess[]): Promise<void> {
  const leftovers = processes.filter(isRunning);
  for (const { name, pid } of leftovers) {
    // Killed outright, PostgreSQL would leave its shared memory behind.
    if (name === "postgres") sendSignal(pid, "SIGQUIT");
    else killGroup(pid);
  }
  const deadline = Date.now() + patienceMs;
  while (leftovers.some(isRunning) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const leftover of leftovers.filter(isRunning)) killGroup(leftover.pid);
}
