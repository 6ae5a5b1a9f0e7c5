import { type CommandResult, isMultipassError, MultipassError } from "@multipass-netbox/core";
import type { HostShell } from "./host-shell.ts";
import type { Ending } from "./start-command.ts";

/** What an error says about a command. */
export interface CommandPlace {
  readonly program: string;
  /** Of the host. */
  readonly name: string;
}

const tailLines = 15;

/** The result of a command that ran to its end; throws why there is none. */
export function describeEnding(
  ending: Ending,
  { program, shell }: { readonly program: string; readonly shell: HostShell },
): CommandResult {
  const { exitCode, stdout, stderr, stopReason, began, said, processExitCode } = ending;
  if (stopReason !== undefined) {
    throw exitCode === undefined && began ? withDoubt(stopReason, shell) : stopReason;
  }
  if (exitCode === undefined) {
    throw shell.describeLoss({ program, began, said, exitCode: processExitCode });
  }
  return { exitCode, stdout, stderr };
}

// The host did not confirm that it ended.
function withDoubt(reason: unknown, { name }: HostShell): unknown {
  if (!isMultipassError(reason)) {
    return reason;
  }
  const { code, message, cause } = reason;
  const hint = `${name} gave no sign of its end: look there whether it still runs.`;
  return new MultipassError(code, message, { cause, hint });
}

/** The error for a command that ended with an exit code other than 0. Pure. */
export function describeFailure(
  { exitCode, stderr }: CommandResult,
  { program, name }: CommandPlace,
): MultipassError {
  const said = tailOf(stderr);
  return new MultipassError(
    "REMOTE_COMMAND_FAILED",
    `${program} failed on ${name} with exit code ${exitCode}${said === "" ? "" : `\n${said}`}`,
  );
}

/** The last lines of an output. Pure. */
export function tailOf(output: string): string {
  return output.trim().split("\n").slice(-tailLines).join("\n");
}
