import type { Command } from "commander";
import type { HostChangeOptions } from "../deploy-options.ts";
import type { Terminal } from "../open-terminal.ts";
import { describeAsking } from "./deploy-command.ts";

/** `pepper rotate` */
export function addPepperCommand(program: Command, terminal: Terminal): void {
  const pepper = program
    .command("pepper")
    .description("the peppers that API tokens are made with")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox pepper rotate");
  const rotate = describeAsking(pepper.command("rotate"))
    .description("add a pepper for API tokens made from now on; the old ones stay valid")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox pepper rotate --yes");
  rotate.action(async () => {
    const { runPepperRotate } = await import("../run-deploy.ts");
    await runPepperRotate(rotate.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}
