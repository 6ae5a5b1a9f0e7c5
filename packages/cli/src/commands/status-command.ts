import { Argument, type Command } from "commander";
import type { ContainerName } from "@multipass-netbox/compose-renderer";
import type { LogsCommandOptions } from "../deploy-options.ts";
import type { GlobalOptions } from "../global-options.ts";
import type { Terminal } from "../open-terminal.ts";
import { parseCount } from "./parse-count.ts";

// As a value it would load the package before a command runs.
const services = [
  "netbox",
  "netbox-worker",
  "netbox-postgres",
  "netbox-redis",
] as const satisfies readonly ContainerName[];

/** `status` and `logs`: what NetBox on its host does. */
export function addStatusCommands(program: Command, terminal: Terminal): void {
  const status = program
    .command("status")
    .description("say how NetBox stands on its host; exits 2 when not all of it is healthy")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox status --json");
  status.action(async () => {
    const { runStatus } = await import("../run-status.ts");
    await runStatus(status.optsWithGlobals<GlobalOptions>(), terminal);
  });
  const logs = program
    .command("logs")
    .addArgument(new Argument("[service]", "one of them (default: all)").choices(services))
    .description("show the ends of the logs of our containers")
    .option("--follow", "go on until Ctrl-C")
    .option("--lines <count>", "lines of each log", parseCount, 20)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox logs netbox --follow");
  logs.action(async (service: string | undefined) => {
    const { runLogs } = await import("../run-logs.ts");
    await runLogs(service, logs.optsWithGlobals<LogsCommandOptions>(), terminal);
  });
}
