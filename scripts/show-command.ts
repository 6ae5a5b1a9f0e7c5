import { spawnSync } from "node:child_process";

/** Runs a command where the reader sees it and its output; its failure ends the script. */
export function showCommand(command: string, args: readonly string[]): void {
  process.stderr.write(`\n$ ${[command, ...args].join(" ")}\n`);
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) {
    process.stderr.write(`${command} failed${error ? `: ${error.message}` : ""}\n`);
    process.exit(status ?? 1);
  }
}
