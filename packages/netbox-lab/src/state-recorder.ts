import type { LabPaths } from "./lab-paths.ts";
import { type LabState, writeState } from "./lab-state.ts";
import { readIdentity } from "./process-identity.ts";
import type { ServiceGroup } from "./service-group.ts";
import type { SuperviseRequest } from "./supervisor-protocol.ts";

/** What changes in the state of a lab. */
type StateChange = Pick<LabState, "phase" | "port" | "failure">;

/** Writes the state of a lab with who runs it at that moment. */
export type StateRecorder = (change: StateChange) => Promise<void>;

/** For the supervisor: records its own lab. */
export function createStateRecorder(
  paths: LabPaths,
  { version, worker }: SuperviseRequest,
  services: ServiceGroup,
): StateRecorder {
  const self = readIdentity(process.pid) ?? { pid: process.pid, startTicks: 0 };
  return async (change) => {
    const processes = [{ name: "supervisor" as const, ...self }, ...services.processes];
    await writeState(paths, { version, worker, processes, ...change });
  };
}
