import { type Command, CommanderError } from "commander";
import { MultipassError } from "@multipass-netbox/core";
import { buildProgram } from "./build-program.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { openTerminal } from "./open-terminal.ts";
import { showError } from "./show-error.ts";

/** Runs one command line and gives its exit code. Never throws. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal(argv);
  const program = buildProgram(terminal);
  try {
    await program.parseAsync([...argv], { from: "user" });
    return terminal.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return exitCodes.done;
    }
    const shown = error instanceof CommanderError ? asUsageError(error, program) : error;
    showError(shown, terminal);
    return exitCodeOf(shown);
  }
}

function asUsageError({ code, message }: CommanderError, program: Command): MultipassError {
  const isHelp = code === "commander.help";
  const names = program.commands.map((command) => command.name()).join(", ");
  const said = isHelp ? `a command is missing: ${names}` : message.replace(/^error: /, "");
  return new MultipassError("USAGE", said, {
    hint: "multipass-netbox --help",
  });
}
