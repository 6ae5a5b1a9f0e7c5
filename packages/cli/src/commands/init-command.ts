import type { Command } from "commander";
import type { Terminal } from "../open-terminal.ts";

/** `init`: writes a commented configuration and JSON Schemas into the current folder. */
export function addInitCommand(program: Command, terminal: Terminal): void {
  program
    .command("init")
    .description("write a commented multipass-netbox.yaml here, and JSON Schemas for the editor")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox init && $EDITOR multipass-netbox.yaml")
    .action(async () => {
      const { runInit } = await import("../init.ts");
      await runInit(process.cwd(), terminal);
    });
}
