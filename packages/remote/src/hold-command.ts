import {
  type CommandResult,
  type HeldCommand,
  type HostCommand,
  MultipassError,
} from "@multipass-netbox/core";
import type { CommandQueue } from "./command-queue.ts";
import { type CommandPlace, describeEnding, describeFailure } from "./describe-ending.ts";
import { limitCommand } from "./limit-command.ts";
import type { Ending, StartedCommand } from "./start-command.ts";

/** Starts a command and waits for its first line; time and signal end there as well. */
export async function holdCommand(
  queue: CommandQueue,
  command: HostCommand,
  timeoutMs: number,
): Promise<HeldCommand> {
  const [program] = command.argv;
  const { shell } = queue;
  const first = Promise.withResolvers<string>();
  const onLine: HostCommand["onLine"] = (line, stream) => {
    if (stream === "stdout") {
      first.resolve(line);
    }
    command.onLine?.(line, stream);
  };
  const started = await queue.start({ ...command, onLine }, { keepsInput: true });
  const limits = { program, name: shell.name, timeoutMs, signal: command.signal };
  using _limits = limitCommand(started, limits);
  const firstLine = await Promise.race([first.promise, started.ended.then(() => undefined)]);
  if (firstLine === undefined) {
    throw withoutLine(describeEnding(await started.ended, { program, shell }), limits);
  }
  return holdOn(started, firstLine);
}

function withoutLine(result: CommandResult, place: CommandPlace): MultipassError {
  return result.exitCode === 0
    ? new MultipassError(
        "REMOTE_COMMAND_FAILED",
        `${place.program} on ${place.name} ended before it wrote a line`,
      )
    : describeFailure(result, place);
}

function holdOn(started: StartedCommand, firstLine: string): HeldCommand {
  const ended = started.ended.then(toResult);
  return {
    firstLine,
    ended,
    [Symbol.asyncDispose]: async () => {
      started.stop(undefined);
      await ended;
    },
  };
}

// ssh's own exit code for a connection that is gone.
const lostExitCode = 255;

function toResult({ exitCode = lostExitCode, stdout, stderr }: Ending): CommandResult {
  return { exitCode, stdout, stderr };
}
