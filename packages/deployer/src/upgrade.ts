import { applyDeploy, type DeployReceipt } from "./apply-deploy.ts";
import { checkUpgrade } from "./check-upgrade.ts";
import type { Deployment } from "./deployment.ts";
import { type DeployOptions, planDeploy, type PlannedDeploy } from "./plan-deploy.ts";

/**
 * Plans to go to another version of NetBox: a deployment whose version may change, with NetBox stopped
 * for its backup. Nothing is changed. Throws `USAGE` where the path is not one step.
 */
export async function planUpgrade(
  deployment: Deployment,
  version: string,
  options: DeployOptions = {},
): Promise<PlannedDeploy> {
  return await planDeploy(deployment, {
    ...options,
    mayChangeVersion: true,
    check: (observation) => {
      checkUpgrade(deployment.stack, observation, version);
    },
  });
}

/**
 * Upgrades as planned. What fails is put back: files, containers, and the database from the backup of
 * this run, unless something was written since.
 */
export async function applyUpgrade(
  deployment: Deployment,
  shown: PlannedDeploy,
  options: DeployOptions = {},
): Promise<DeployReceipt> {
  return await applyDeploy(deployment, shown, { ...options, mayChangeVersion: true });
}
