import { killGroup } from "./kill-group.ts";
import type { LabState } from "./lab-state.ts";
import { isRunning } from "./process-identity.ts";
import { sendSignal } from "./send-signal.ts";

/**
 * Kills the processes of a lab whose supervisor is gone, those that still are the same.
 * Only where setpriv is missing there are any.
 */
export async function killLeftovers(state: LabState | undefined): Promise<void> {
  const leftovers = (state?.processes ?? []).filter(isRunning);
  for (const { name, pid } of leftovers) {
    // Killed outright, PostgreSQL would leave its shared memory behind.
    if (name === "postgres") sendSignal(pid, "SIGQUIT");
    else killGroup(pid);
  }
  const deadline = Date.now() + 3000;
  while (leftovers.some(isRunning) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const leftover of leftovers.filter(isRunning)) killGroup(leftover.pid);
}
