import { applyHostChange, type HostChangeReceipt } from "./apply-host-change.ts";
import type { Deployment } from "./deployment.ts";
import type { PlannedOnHost } from "./open-host-run.ts";
import { observeDeployment } from "./plan-deploy.ts";
import { assertDatabaseRuns } from "./assert-database-runs.ts";
import { type DestroyOptions, planDestroy } from "./plan-destroy.ts";

/** Looks at the host and plans to remove the deployment. Nothing is changed. */
export async function planHostDestroy(
  deployment: Deployment,
  options: DestroyOptions,
): Promise<PlannedOnHost> {
  const observation = await observeDeployment(deployment);
  if (options.deletesData && options.makesBackup) {
    assertDatabaseRuns(observation);
  }
  const { stack, runner } = deployment;
  const plan = planDestroy(stack, observation, { ...options, target: runner.target });
  return { observation, plan };
}

/** Removes a deployment as planned, under the lock. Backups and the records of runs stay. */
export async function applyHostDestroy(
  deployment: Deployment,
  shown: PlannedOnHost,
  options: DestroyOptions,
): Promise<HostChangeReceipt> {
  const replan = (): Promise<PlannedOnHost> => planHostDestroy(deployment, options);
  return await applyHostChange(deployment, shown, { replan });
}
