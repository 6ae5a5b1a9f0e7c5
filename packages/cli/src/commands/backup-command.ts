import type { Command } from "commander";
import type { HostChangeOptions } from "../deploy-options.ts";
import type { GlobalOptions } from "../global-options.ts";
import type { Terminal } from "../open-terminal.ts";
import { describeAsking } from "./deploy-command.ts";

/** `backup create`, `backup list`, `backup restore`, `backup prune`. */
export function addBackupCommand(program: Command, terminal: Terminal): void {
  const backup = program
    .command("backup")
    .description("backups of the deployment, on its host")
    .helpCommand(false)
    .addHelpText("after", "\nExample:\n  $ multipass-netbox backup create --yes");
  addCreate(backup, terminal);
  addList(backup, terminal);
  addRestore(backup, terminal);
  addPrune(backup, terminal);
}

function addCreate(backup: Command, terminal: Terminal): void {
  const create = describeAsking(backup.command("create"))
    .description("save database, media, scripts, configuration and secrets; NetBox runs on")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox backup create --yes");
  create.action(async () => {
    const { runBackupCreate } = await import("../run-backup.ts");
    await runBackupCreate(create.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}

function addList(backup: Command, terminal: Terminal): void {
  const list = backup
    .command("list")
    .description("the backups on the host, newest first")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox backup list --json");
  list.action(async () => {
    const { runBackupList } = await import("../run-backup.ts");
    await runBackupList(list.optsWithGlobals<GlobalOptions>(), terminal);
  });
}

function addRestore(backup: Command, terminal: Terminal): void {
  const restore = describeAsking(backup.command("restore"))
    .argument("<id>", "the backup: `backup list` has their names")
    .option("--confirm <name>", "the host's name, for scripts, where data is lost")
    .description("put a backup in the place of what is there, which is dumped first")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox backup restore ID --plan");
  restore.action(async (id: string) => {
    const { runBackupRestore } = await import("../run-backup.ts");
    await runBackupRestore(id, restore.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}

function addPrune(backup: Command, terminal: Terminal): void {
  const prune = describeAsking(backup.command("prune"))
    .description("delete the oldest beyond backups.keep; never the way back over an upgrade")
    .addHelpText("after", "\nExample:\n  $ multipass-netbox backup prune --plan");
  prune.action(async () => {
    const { runBackupPrune } = await import("../run-backup.ts");
    await runBackupPrune(prune.optsWithGlobals<HostChangeOptions>(), terminal);
  });
}
