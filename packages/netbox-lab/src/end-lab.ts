import { findLabProcesses } from "./find-lab-processes.ts";
import { killLeftovers } from "./kill-leftovers.ts";
import type { LabPaths } from "./lab-paths.ts";
import { readState, writeState } from "./lab-state.ts";
import { isRunning, type ProcessIdentity } from "./process-identity.ts";
import { sendSignal } from "./send-signal.ts";

/** PostgreSQL may take a while to write everything down. */
const politeMs = 40_000;

/**
 * Ends a kept lab, however it is, and writes down that it is stopped. One whose folder was
 * deleted ends as well: its PostgreSQL would remove the socket of the next one at its end.
 */
export async function endLab(paths: LabPaths): Promise<void> {
  const state = await readState(paths);
  const processes = [...(state?.processes ?? []), ...findLabProcesses(paths)];
  for (const supervisor of processes.filter(({ name }) => name === "supervisor")) {
    await endSupervisor(supervisor);
  }
  await killLeftovers(processes);
  if (state === undefined) return;
  const { failure: _, ...rest } = state;
  await writeState(paths, { ...rest, phase: "stopped", processes: [] });
}

async function endSupervisor(supervisor: ProcessIdentity): Promise<void> {
  if (!isRunning(supervisor)) return;
  sendSignal(supervisor.pid, "SIGTERM");
  const deadline = Date.now() + politeMs;
  while (isRunning(supervisor)) {
    if (Date.now() > deadline) sendSignal(supervisor.pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
