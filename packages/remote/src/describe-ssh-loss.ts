import { MultipassError } from "@multipass-netbox/core";
import { tailOf } from "./describe-ending.ts";
import { describeSshFailure, withoutDebugLines } from "./describe-ssh-failure.ts";
import type { HostConfig } from "./host-schema.ts";
import type { LostCommand } from "./host-shell.ts";
import { SessionRefusedError } from "./session-refused-error.ts";

export interface LossContext {
  readonly host: HostConfig;
  /** Whether there was a connection before the command. */
  readonly isShared: boolean;
}

// ssh's own. A command that ended with it would have left its exit code.
const sshExitCode = 255;

/** The error for a command over ssh that left no exit code. Pure. */
export function describeSshLoss(lost: LostCommand, context: LossContext): MultipassError {
  const { exitCode = sshExitCode, began } = lost;
  const said = tailOf(withoutDebugLines(lost.said));
  if (exitCode !== sshExitCode) {
    return began ? wasKilled(lost, context.host) : hasNoShell(lost, context.host, said);
  }
  if (!began && /open refused by peer/.test(said)) {
    return new SessionRefusedError(context.host.ssh);
  }
  return began || context.isShared
    ? broke(lost, context.host)
    : describeSshFailure({ said, host: context.host });
}

function wasKilled({ program }: LostCommand, { ssh }: HostConfig): MultipassError {
  return new MultipassError(
    "REMOTE_COMMAND_FAILED",
    `${program} on ${ssh} was killed before it told its exit code`,
  );
}

function hasNoShell({ program }: LostCommand, { ssh }: HostConfig, said: string): MultipassError {
  return new MultipassError(
    "REMOTE_COMMAND_FAILED",
    `${program} can't be started on ${ssh}: ${said}`,
    {
      hint: "The host must have a POSIX shell for its user, and setsid (util-linux).",
    },
  );
}

function broke({ program, began }: LostCommand, { ssh }: HostConfig): MultipassError {
  return new MultipassError(
    "SSH_UNREACHABLE",
    `the connection to ${ssh} broke ${began ? `while ${program} was running` : `before ${program} was started`}`,
    began
      ? { hint: "The host ends the command once it notices; how far it came is not known." }
      : {},
  );
}
