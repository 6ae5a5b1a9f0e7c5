import { type Command, InvalidArgumentError } from "commander";
import type { LabOptions } from "../lab-options.ts";
import type { Terminal } from "../open-terminal.ts";
import { parseCount } from "./parse-count.ts";

/** `lab up`, `lab status`, `lab logs`, `lab down`. */
export function addLabCommand(program: Command, terminal: Terminal): void {
  const lab = program
    .command("lab")
    .description("a real NetBox on this machine, without Docker, to try things on")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox lab up");
  add(lab, "up", terminal)
    .description("start it, or find it running; the first time installs it")
    .option(
      "--port <port>",
      "port on 127.0.0.1 (default: the one of last time, else a free one)",
      parsePort,
    )
    .option("--worker", "also a background worker, for webhooks and jobs")
    .option("--python <path>", "Python 3.12 or later (default: looked for)")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox lab up --port 8080");
  add(lab, "status", terminal)
    .description("say whether it runs, where, and with which processes")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox lab status --json");
  add(lab, "logs", terminal)
    .description("show the ends of its logs")
    .option("--lines <count>", "lines of each log", parseCount, 20)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox lab logs --lines 100");
  add(lab, "down", terminal)
    .description("stop it; its data stays for the next time")
    .option("--delete-data", "delete its data, token and logs too")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox lab down --delete-data");
}

type LabVerb = "up" | "status" | "logs" | "down";

function add(lab: Command, verb: LabVerb, terminal: Terminal): Command {
  const command = lab.command(verb).option("--name <name>", "one of several labs", "default");
  return command.action(async () => {
    const { runLab } = await import("../run-lab.ts");
    await runLab[verb](command.optsWithGlobals<LabOptions>(), terminal);
  });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("It is a number from 1 to 65535.");
  }
  return port;
}
