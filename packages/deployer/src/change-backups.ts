import { MultipassError } from "@multipass-netbox/core";
import { applyHostChange, type HostChangeReceipt } from "./apply-host-change.ts";
import type { Backup } from "./backup/backup.ts";
import { chooseBackupsToPrune } from "./backup/choose-backups-to-prune.ts";
import { listBackups } from "./backup/list-backups.ts";
import type { RestorePlan } from "./backup/plan-restore.ts";
import { loadRestorePlan } from "./backup/restore-backup.ts";
import { checkDoors } from "./check-doors.ts";
import type { Deployment } from "./deployment.ts";
import type { HostOperation } from "./host-operation.ts";
import { isDatabaseRunning } from "./is-database-running.ts";
import type { PlannedOnHost } from "./open-host-run.ts";
import { observeDeployment } from "./plan-deploy.ts";
import { placeOperations } from "./plan-deployment.ts";
import { assertPreflight } from "./preflight.ts";

/** Plans a backup of what is there. Throws `USAGE` where no database of ours runs. */
export async function planBackup(deployment: Deployment): Promise<PlannedOnHost> {
  const observation = await observeDeployment(deployment);
  if (!isDatabaseRunning(observation)) {
    throw new MultipassError("USAGE", "no database of ours runs on the host", {
      hint: "multipass-netbox status says how it stands.",
    });
  }
  return planOperations(deployment, observation, [
    { action: "create", kind: "backup", key: "now" },
  ]);
}

/** Makes a backup as planned, under the lock; its name is the run's. NetBox runs on. */
export async function applyBackup(
  deployment: Deployment,
  shown: PlannedOnHost,
): Promise<HostChangeReceipt> {
  return await applyHostChange(deployment, shown, { replan: () => planBackup(deployment) });
}

/** Plans to delete the backups that are more than `keep`; never the newest or the way back. */
export async function planBackupPruning(
  deployment: Deployment,
  keep: number,
): Promise<PlannedOnHost> {
  const observation = await observeDeployment(deployment);
  const backups = await listBackups(deployment.runner, deployment.layout);
  const operations = chooseBackupsToPrune(backups, { keep }).map(({ id }) => {
    return { action: "delete", kind: "backup", key: id } as const;
  });
  return planOperations(deployment, observation, operations);
}

/** Deletes backups as planned, under the lock. */
export async function applyBackupPruning(
  deployment: Deployment,
  shown: PlannedOnHost,
  keep: number,
): Promise<HostChangeReceipt> {
  return await applyHostChange(deployment, shown, {
    replan: () => planBackupPruning(deployment, keep),
  });
}

/** A restore, and what it would lose. */
export interface PlannedRestore extends PlannedOnHost {
  readonly restore: RestorePlan;
}

/**
 * Plans to put a backup in the place of what is there, and counts what that loses. Throws `USAGE` for
 * an unknown name, `PREFLIGHT_FAILED` with what forbids it.
 */
export async function planBackupRestore(
  deployment: Deployment,
  id: string,
): Promise<PlannedRestore> {
  const { runner, layout } = deployment;
  const observation = await observeDeployment(deployment);
  const restore = await loadRestorePlan(runner, layout, id);
  assertPreflight(restore.problems, runner.target);
  const mayLose = restore.losses.changes;
  const planned = planOperations(deployment, observation, [
    { action: "restore", kind: "backup", key: id, mayLose },
  ]);
  return { ...planned, restore };
}

/**
 * Puts a backup back as planned, under the lock. What is there is dumped first, and brought back if
 * anything fails. Refused when more was written since than was shown.
 */
export async function applyBackupRestore(
  deployment: Deployment,
  shown: PlannedRestore,
): Promise<HostChangeReceipt> {
  return await applyHostChange(deployment, shown, {
    replan: () => planBackupRestore(deployment, shown.restore.backup.id),
    check: () => checkDoors(deployment),
  });
}

/** The backups on the host, newest first. */
export async function readBackups({ runner, layout }: Deployment): Promise<readonly Backup[]> {
  return await listBackups(runner, layout);
}

function planOperations(
  { runner }: Deployment,
  observation: PlannedOnHost["observation"],
  operations: readonly HostOperation[],
): PlannedOnHost {
  return { observation, plan: placeOperations(runner.target, operations) };
}
