import type { Command } from "commander";
import type { HostChangeOptions } from "../deploy-options.ts";
import type { Terminal } from "../open-terminal.ts";
import { describeAsking } from "./deploy-command.ts";

/** `token rotate` */
export function addTokenCommand(program: Command, terminal: Terminal): void {
  const token = program
    .command("token")
    .description("the API token that deploy stored on the host")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox token rotate");
  const rotate = describeAsking(token.command("rotate"))
    .description(
      "give the API token on the host another value; the old one is refused from then on",
    )
    .addHelpText("after", "\nExample:\n  $ multipass-netbox token rotate --yes");
  rotate.action(async () => {
    const { runTokenRotate } = await import("../run-deploy.ts");
    await runTokenRotate(rotate.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}
