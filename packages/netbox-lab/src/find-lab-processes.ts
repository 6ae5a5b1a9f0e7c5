import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { LabPaths } from "./lab-paths.ts";
import type { LabProcess } from "./lab-state.ts";
import { listPids } from "./list-pids.ts";
import { readIdentity } from "./process-identity.ts";

/**
 * The supervisors and databases of a kept lab by their commands, so that they are found even
 * when the folder was deleted with the state in it.
 */
export function findLabProcesses(paths: LabPaths): readonly LabProcess[] {
  return listPids().flatMap((pid) => {
    const name = nameOf(readCommand(pid), paths);
    const identity = readIdentity(pid);
    return name === undefined || identity === undefined ? [] : [{ name, ...identity }];
  });
}

function nameOf(
  command: readonly string[],
  { folder, dataFolder }: LabPaths,
): LabProcess["name"] | undefined {
  const [, script = "", supervised] = command;
  if (basename(script).startsWith("supervise.") && supervised === folder) return "supervisor";
  const dataOption = command.indexOf("-D");
  return dataOption >= 0 && command[dataOption + 1] === dataFolder ? "postgres" : undefined;
}

function readCommand(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
