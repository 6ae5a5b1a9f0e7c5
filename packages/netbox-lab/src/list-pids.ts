import { readdirSync } from "node:fs";

/** Ids of the processes of this machine, as far as this one can see them. */
export function listPids(): readonly number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => pid > 0);
}
