import { MultipassError } from "@multipass-netbox/core";
import { type BystanderChange, compareBystanders } from "./bystanders.ts";
import { loadRestorePlan } from "./backup/restore-backup.ts";
import type { RestorePlan } from "./backup/plan-restore.ts";
import type { Deployment } from "./deployment.ts";
import { endRun, tryToEnd } from "./host-run.ts";
import { openHostRun, type PlannedOnHost } from "./open-host-run.ts";
import { findRun, type PastRun } from "./past-run.ts";
import { observeDeployment } from "./plan-deploy.ts";
import { planRollback } from "./plan-rollback.ts";
import { isOtherVersion } from "./is-other-version.ts";
import { listOwn } from "./list-own.ts";
import { rollBack } from "./roll-back.ts";

/** What would be taken back. */
export interface PlannedRollback extends PlannedOnHost {
  readonly takesBack: PastRun;
  readonly removesData: boolean;
  /** What goes with the database of the newer version; `undefined` when the version stays. */
  readonly restores: RestorePlan | undefined;
}

/** What came of going back. */
export interface RollbackReceipt {
  /** The run's name on the host. */
  readonly run: string;
  /** What changed about containers that are not ours meanwhile. */
  readonly bystanderChanges: readonly BystanderChange[];
}

/**
 * Plans to put a host back to what it had before a run: the last one, or the one of a receipt. Data is
 * removed only for a first deployment that never ended well. Throws `USAGE` where that is not possible.
 */
export async function planHostRollback(
  deployment: Deployment,
  receipt?: string,
): Promise<PlannedRollback> {
  const observation = await observeDeployment(deployment);
  const run = findRun(observation, receipt);
  if (run.result === "done" && run.before.containers.length === 0) {
    throw new MultipassError("USAGE", `${run.id} was the first deployment: nothing was before it`, {
      hint: "multipass-netbox destroy removes NetBox and keeps its volumes.",
    });
  }
  const { stack, runner, layout } = deployment;
  // Once there are credentials somebody may have used it.
  const removesData =
    run.result !== "done" &&
    run.before.volumes.length === 0 &&
    observation.credentials.length === 0;
  const subject = { stack, before: run.before, observation, removesData };
  const restores = isOtherVersion(run.before.containers, listOwn(observation))
    ? await loadRestorePlan(runner, layout, run.backupId)
    : undefined;
  const plan = planRollback(subject, runner.target);
  return { plan, takesBack: run, removesData, restores, observation };
}

/**
 * Puts a host back as planned, under the lock, and gives what changed about its neighbours meanwhile.
 * Throws `LOCK_HELD`, `PLAN_STALE` and what stops it.
 */
export async function applyHostRollback(
  deployment: Deployment,
  shown: PlannedRollback,
): Promise<RollbackReceipt> {
  const { runner, layout } = deployment;
  await using open = await openHostRun(deployment, shown, () =>
    planHostRollback(deployment, shown.takesBack.id),
  );
  const { run, record, bystanders } = open;
  const { takesBack, removesData, restores } = shown;
  try {
    await rollBack(deployment, takesBack.before, {
      run,
      removesData,
      backupId: takesBack.backupId,
      mayLose: restores?.losses.changes ?? 0,
    });
  } catch (error) {
    await tryToEnd(deployment, { record, result: "failed", detail: {} });
    throw error;
  }
  const changes = compareBystanders(bystanders, await observeDeployment(deployment));
  await endRun(runner, layout, { record, result: "done", detail: { bystanderChanges: changes } });
  return { run: run.id, bystanderChanges: changes };
}
