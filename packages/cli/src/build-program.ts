import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import { addDeployCommands } from "./commands/deploy-command.ts";
import { addBackupCommand } from "./commands/backup-command.ts";
import { addInitCommand } from "./commands/init-command.ts";
import { addLabCommand } from "./commands/lab-command.ts";
import { addPepperCommand } from "./commands/pepper-command.ts";
import { addRenderCommand } from "./commands/render-command.ts";
import { addSeedCommand } from "./commands/seed-command.ts";
import { addStatusCommands } from "./commands/status-command.ts";
import { addTokenCommand } from "./commands/token-command.ts";
import type { Terminal } from "./open-terminal.ts";

/** The command line, ready to parse. Commands load their packages when they run. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command("multipass-netbox")
    .description("Run and feed a NetBox: the source of truth of a Docker host")
    .version(readVersion(), "--version", "show the version")
    .option("--config <file>", "configuration (default: ./multipass-netbox.yaml if there is one)")
    .option("--json", "results and errors as JSON")
    .option("--verbose", "every request on stderr, stacks of errors")
    .option("--no-color", "no colours; NO_COLOR does the same")
    .option("--timeout <seconds>", "how long one request to NetBox may take", parseSeconds)
    .addOption(
      new Option("--log-format <format>", "diagnostics on stderr")
        .choices(["text", "json"])
        .default("text"),
    )
    .helpCommand(false)
    .configureHelp({ showGlobalOptions: true })
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .addHelpText("after", epilogue);
  addInitCommand(program, terminal);
  addLabCommand(program, terminal);
  addRenderCommand(program, terminal);
  addDeployCommands(program, terminal);
  addBackupCommand(program, terminal);
  addStatusCommands(program, terminal);
  addTokenCommand(program, terminal);
  addPepperCommand(program, terminal);
  addSeedCommand(program, terminal);
  return program;
}

const epilogue = `
Environment:
  NETBOX_URL, NETBOX_TOKEN   the NetBox to work with, both or neither; win over the configuration,
                             whose \`netbox\` wins over the one that deploy put on its \`host\`
  MULTIPASS_NETBOX_CONFIG    the configuration, where --config is not given
  NO_COLOR                   no colours

Exit codes: 0 done or nothing to do, 1 failed, 2 there is a difference, 3 wrong input,
70 a bug, 130 interrupted. Errors are explained in docs/errors.md.

Example:
  $ multipass-netbox deploy --plan
  $ multipass-netbox seed`;

function readVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0) {
    throw new InvalidArgumentError("It is a number of seconds, more than 0.");
  }
  return seconds;
}
