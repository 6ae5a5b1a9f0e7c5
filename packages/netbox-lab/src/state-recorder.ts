import type { LabPaths } from "./lab-paths.ts";
import { type LabState, readState, supervisorOf, writeState } from "./lab-state.ts";
import { readIdentity } from "./process-identity.ts";
import type { ServiceGroup } from "./service-group.ts";
import type { SuperviseRequest } from "./supervisor-protocol.ts";

/** What changes in the state of a lab. */
type StateChange = Pick<LabState, "phase" | "port" | "failure">;

/** What the supervisor writes down about its lab, as long as the lab's folder is its own. */
export interface StateRecorder {
  /**
   * Writes the state of the lab with who runs it at that moment. Does nothing when the state
   * names another supervisor, or is gone since it was first written.
   */
  record(change: StateChange): Promise<void>;
  /** Whether the state is there and names this process as the supervisor. */
  isOurs(): Promise<boolean>;
}

/** For the supervisor: records its own lab. */
export function createStateRecorder(
  paths: LabPaths,
  { version, worker }: SuperviseRequest,
  services: ServiceGroup,
): StateRecorder {
  const self = readIdentity(process.pid) ?? { pid: process.pid, startTicks: 0 };
  let isFirst = true;
  const isOurs = async (): Promise<boolean> => {
    const named = supervisorOf(await readState(paths));
    return named?.pid === self.pid && named.startTicks === self.startTicks;
  };
  const isFree = async (): Promise<boolean> => supervisorOf(await readState(paths)) === undefined;
  const record = async (change: StateChange): Promise<void> => {
    const mayWrite = await (isFirst ? isFree() : isOurs());
    isFirst = false;
    if (!mayWrite) return;
    const processes = [{ name: "supervisor" as const, ...self }, ...services.processes];
    await writeState(paths, { version, worker, processes, ...change });
  };
  return { record, isOurs };
}
