import { describeBackup, readBackups } from "@multipass-netbox/deployer";
import { createBackupChange, createPruneChange, createRestoreChange } from "./backup-changes.ts";
import { describeCosts, readCosts } from "./describe-costs.ts";
import type { HostChangeOptions } from "./deploy-options.ts";
import type { GlobalOptions } from "./global-options.ts";
import { loadConfig } from "./load-config.ts";
import { nameHost } from "./name-host.ts";
import { openDeployment } from "./open-deployment.ts";
import type { Terminal } from "./open-terminal.ts";
import { runHostChange } from "./run-host-change.ts";

/** `backup create` */
export async function runBackupCreate(
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openDeployment(await loadConfig(options.config), "backup create");
  await runHostChange(session, createBackupChange(session), { options, terminal });
}

/** `backup restore ID` */
export async function runBackupRestore(
  id: string,
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  const loaded = await loadConfig(options.config);
  await using session = await openDeployment(loaded, `backup restore ${id}`);
  await runHostChange(session, createRestoreChange(session, id), { options, terminal });
}

/** `backup prune` */
export async function runBackupPrune(
  options: HostChangeOptions,
  terminal: Terminal,
): Promise<void> {
  const loaded = await loadConfig(options.config);
  await using session = await openDeployment(loaded, "backup prune");
  const change = createPruneChange(session, loaded.config.backups.keep);
  await runHostChange(session, change, { options, terminal });
}

/** `backup list` */
export async function runBackupList(options: GlobalOptions, terminal: Terminal): Promise<void> {
  await using session = await openDeployment(await loadConfig(options.config), "backup list");
  const { runner } = session.deployment;
  const backups = await readBackups(session.deployment);
  if (terminal.json) {
    terminal.print(JSON.stringify({ backups, costs: readCosts(runner.costs) }));
    return;
  }
  const none = [`There is no backup on ${nameHost(runner)}.`];
  for (const line of backups.length === 0 ? none : backups.map(describeBackup)) {
    terminal.print(line);
  }
  terminal.note(`${describeCosts(runner.costs)}.`);
}
