import { randomBytes } from "node:crypto";

/** The name of a run; names sort by time: `2026-11-25T03-15-00.000Z-deploy-1a2b`. */
export function nameRun(command: string, at: string): string {
  const [verb = "run"] = command.split(" ");
  return `${at.replaceAll(":", "-")}-${verb}-${randomBytes(2).toString("hex")}`;
}
