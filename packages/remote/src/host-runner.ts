import { randomBytes } from "node:crypto";
import type { HostCommand, Logger, Runner } from "@multipass-netbox/core";
import { createCommandQueue } from "./command-queue.ts";
import { holdCommand } from "./hold-command.ts";
import type { HostShell } from "./host-shell.ts";
import { buildPlaceScript } from "./place-script.ts";
import { retryRefused } from "./retry-refused.ts";
import { buildRewriteScript } from "./rewrite-script.ts";
import { runCommand } from "./run-command.ts";

export interface HostRunnerOptions {
  /** For commands that don't name their own. */
  readonly timeoutMs: number;
  readonly logger: Logger | undefined;
}

/** The runner over a shell of the host, whatever way leads there. */
export function createHostRunner(
  shell: HostShell,
  { timeoutMs, logger }: HostRunnerOptions,
): Runner {
  const queue = createCommandQueue(shell, logger);
  const run: Runner["run"] = (command) =>
    retryRefused(() => runCommand(queue, command, command.timeoutMs ?? timeoutMs));
  return {
    target: shell.target,
    get costs() {
      return { connections: shell.connections, roundTrips: queue.roundTrips };
    },
    run,
    hold: (command) =>
      retryRefused(() => holdCommand(queue, command, command.timeoutMs ?? timeoutMs)),
    placeFiles: async (files, signal) => {
      if (files.length > 0) {
        await run(readScript(buildPlaceScript(files, newMark()), signal));
      }
    },
    rewriteFile: async (file, signal) => {
      await run(readScript(buildRewriteScript(file, newMark()), signal));
    },
    openTunnel: (port) => shell.openTunnel(port),
    [Symbol.asyncDispose]: () => queue[Symbol.asyncDispose](),
  };
}

function newMark(): string {
  return randomBytes(6).toString("hex");
}

function readScript(stdin: string, signal: AbortSignal | undefined): HostCommand {
  return { argv: ["sh", "-s"], stdin, signal };
}
