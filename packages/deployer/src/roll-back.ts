import type { Plan } from "@multipass-netbox/core";
import { applyToHost } from "./apply-to-host.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import type { Deployment } from "./deployment.ts";
import type { HostObservation } from "./host-observation.ts";
import type { HostOperation } from "./host-operation.ts";
import type { HostRun } from "./host-run.ts";
import { isOtherVersion } from "./is-other-version.ts";
import { listOwn } from "./list-own.ts";
import { observeDeployment } from "./plan-deploy.ts";
import { planRollback } from "./plan-rollback.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

/** How far a host is put back. */
export interface RollbackScope {
  /** The run that does it: its folder gets the logs. */
  readonly run: HostRun;
  /** Volumes that were not there before go too: nobody can have used them. */
  readonly removesData: boolean;
  /** The backup to put back where another version of NetBox has had the database. */
  readonly backupId: string;
  /** How many changes of objects since that backup may be lost. */
  readonly mayLose: number;
}

/**
 * Puts a host back to what it had before a run, under that run's lock: files, containers, and over a
 * change of version the database too, which is dumped first. Throws what stops it.
 */
export async function rollBack(
  deployment: Deployment,
  before: Snapshot,
  scope: RollbackScope,
): Promise<void> {
  deployment.onLine?.("taking back what was done");
  const observation = await observeDeployment(deployment);
  if (!isOtherVersion(before.containers, listOwn(observation))) {
    await applyRollback(deployment, { before, observation, scope });
    return;
  }
  await applyRollback(deployment, { before, observation, scope, only: "file" });
  try {
    await putBackDatabase(deployment, scope);
  } catch (error) {
    await keepNewFiles(deployment, { observation, scope });
    throw error;
  }
  const rest = await observeDeployment(deployment);
  await applyRollback(deployment, { before, observation: rest, scope });
}

interface RollbackStep {
  readonly before: Snapshot;
  readonly observation: HostObservation;
  readonly scope: RollbackScope;
  readonly only?: HostOperation["kind"];
}

async function applyRollback(
  deployment: Deployment,
  { before, observation, scope, only }: RollbackStep,
): Promise<void> {
  const { stack, runner } = deployment;
  const { removesData, run } = scope;
  const whole = planRollback({ stack, before, observation, removesData }, runner.target);
  // What was begun is put back whole: no signal stops it half way.
  const { failure } = await applyToHost(
    { ...deployment, signal: undefined },
    only === undefined ? whole : keep(whole, only),
    { run, stepPrefix: "back-", waitFor: before.containers.map(({ name }) => name) },
  );
  if (failure !== undefined) {
    throw failure;
  }
}

function keep(
  { target, levels }: Plan<HostOperation>,
  only: HostOperation["kind"],
): Plan<HostOperation> {
  return {
    target,
    levels: levels.map((level) => level.filter(({ kind }) => kind === only)),
  };
}

// The new version keeps the database, so the files must go on to name it.
async function keepNewFiles(
  deployment: Deployment,
  { observation, scope }: Pick<RollbackStep, "observation" | "scope">,
): Promise<void> {
  const now = await observeDeployment(deployment);
  const before = takeSnapshot(deployment.stack, observation);
  await applyRollback(deployment, { before, observation: now, scope, only: "file" });
}

// It starts what the files say, which are the old ones again: containers are recreated on the old data.
async function putBackDatabase(
  { runner, layout, who, onLine }: Deployment,
  { run, backupId, mayLose }: RollbackScope,
): Promise<void> {
  await restoreBackup({ runner, layout, run, who, id: backupId, mayLose, onLine });
}
