import type { HostRun } from "./host-run.ts";

/** What an executor works on besides the host. */
export interface ExecutionOptions {
  readonly run: HostRun;
  /** Goes before the names of detached steps: a run that is taken back has them twice. */
  readonly stepPrefix?: string | undefined;
  /** The containers that must be healthy in the end. */
  readonly waitFor: readonly string[];
  /** Whether NetBox is stopped before the backup, so that nothing is written after it. */
  readonly stopsForBackup?: boolean | undefined;
}
