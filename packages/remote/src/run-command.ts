import type { CommandResult, HostCommand } from "@multipass-netbox/core";
import type { CommandQueue } from "./command-queue.ts";
import { describeEnding, describeFailure } from "./describe-ending.ts";
import { limitCommand } from "./limit-command.ts";

/** Runs a command to its end. */
export async function runCommand(
  queue: CommandQueue,
  command: HostCommand,
  timeoutMs: number,
): Promise<CommandResult> {
  const { argv, signal, check = true } = command;
  const [program] = argv;
  const started = await queue.start(command, { keepsInput: false });
  const { name } = queue.shell;
  using _limits = limitCommand(started, { program, name, timeoutMs, signal });
  const result = describeEnding(await started.ended, { program, shell: queue.shell });
  if (check && result.exitCode !== 0) {
    throw describeFailure(result, { program, name });
  }
  return result;
}
