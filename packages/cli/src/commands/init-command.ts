import type { Command } from "commander";
import type { Terminal } from "../open-terminal.ts";

/** `init`: writes a commented configuration and its JSON Schema into the current folder. */
export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command("init")
    .description("write a commented multipass-netbox.yaml and its JSON Schema here")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox init && $EDITOR multipass-netbox.yaml")
    .action(async () => {
      const { runInit } = await import("../init.ts");
      await runInit(process.cwd(), terminal);
    });
}
