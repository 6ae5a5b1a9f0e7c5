import { randomBytes } from "node:crypto";
import type { HostCommand } from "@multipass-netbox/core";
import type { HostShell } from "./host-shell.ts";
import { readOutput } from "./read-output.ts";
import { startProcess } from "./start-process.ts";
import { wrapCommand } from "./wrap-command.ts";

/** What is known of a command once its process on this machine has ended. */
export interface Ending {
  /** Whether the host started the command. */
  readonly began: boolean;
  /** The command's; undefined when it was never told. */
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What the way there wrote to stderr. */
  readonly said: string;
  /** Of the process on this machine; undefined when a signal ended it. */
  readonly processExitCode: number | undefined;
  /** Why it was stopped from here, if it was. */
  readonly stopReason: unknown;
}

/** A command that was started. */
export interface StartedCommand {
  /** Never rejects. */
  readonly ended: Promise<Ending>;
  /** Ends the command, and after ten seconds at any rate the process on this machine. */
  stop(reason: unknown): void;
}

const patienceMs = 10_000;

/** Starts a command; `keepsInput` leaves its input open behind `stdin`. */
export function startCommand(
  shell: HostShell,
  command: HostCommand,
  { keepsInput }: { readonly keepsInput: boolean },
): StartedCommand {
  const mark = randomBytes(8).toString("hex");
  const input = Buffer.from(command.stdin ?? "");
  const inputBytes = keepsInput ? "all" : input.byteLength;
  const child = startProcess(shell.invoke(wrapCommand(command.argv, { mark, inputBytes })));
  let stopReason: unknown;
  let killTimer: NodeJS.Timeout | undefined;
  const stop = (reason: unknown): void => {
    stopReason ??= reason;
    child.stdin.end();
    // Unreferenced: a process that is about to end need not wait for it.
    killTimer ??= setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
  };
  const stdout = readOutput(command, { stream: "stdout", mark, stop });
  const stderr = readOutput(command, { stream: "stderr", mark, stop });
  child.stdout.on("data", (chunk: Uint8Array) => stdout.add(chunk));
  child.stderr.on("data", (chunk: Uint8Array) => stderr.add(chunk));
  child.stdin.write(input);
  if (!keepsInput) {
    child.stdin.write("\n");
  }
  const ended = child.then(({ exitCode, originalMessage }): Ending => {
    clearTimeout(killTimer);
    stdout.end();
    stderr.end();
    return {
      began: stdout.marks.began || stderr.marks.began,
      exitCode: stderr.marks.exitCode,
      stdout: stdout.text(),
      stderr: stderr.text(),
      said: stderr.marks.said + (originalMessage ?? ""),
      processExitCode: exitCode,
      stopReason,
    };
  });
  return { ended, stop };
}
