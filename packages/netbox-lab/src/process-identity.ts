import { readFileSync } from "node:fs";

/** A process that can't be taken for a later one with the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Clock ticks between the start of the machine and of the process (proc_pid_stat(5)). */
  readonly startTicks: number;
}

/** The identity of a running process; undefined when there is none, or only a zombie. */
export function readIdentity(pid: number): ProcessIdentity | undefined {
  const stat = readStat(pid);
  return stat === undefined ? undefined : { pid, startTicks: Number(stat[19]) };
}

/** The id of the session of a running process, which is its first leader's. */
export function readSession(pid: number): number | undefined {
  const stat = readStat(pid);
  return stat === undefined ? undefined : Number(stat[3]);
}

/** Whether this very process still runs. */
export function isRunning({ pid, startTicks }: ProcessIdentity): boolean {
  return readIdentity(pid)?.startTicks === startTicks;
}

/** The fields of proc_pid_stat(5) from the state on. */
function readStat(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the command stands in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : fields;
  } catch {
    return undefined;
  }
}
