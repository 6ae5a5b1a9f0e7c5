import {
  applyDeploy,
  applyUpgrade,
  type DeployOptions,
  type DeployReceipt,
  planDeploy,
  type PlannedDeploy,
  planUpgrade,
} from "@multipass-netbox/deployer";
import { buildDeployDetails, describeDeployPlan } from "./describe-deploy-plan.ts";
import type { HostChange } from "./host-change.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printDeployReceipt } from "./print-deploy-receipt.ts";
import { isDue } from "./show-plan.ts";

type DeployChange = HostChange<PlannedDeploy, DeployReceipt>;

/** `deploy`: brings a host to what the configuration says. */
export function createDeployChange(session: DeploymentSession): DeployChange {
  return {
    ...createParts(session),
    command: "deploy",
    title: "Deploy to",
    whenEmpty: "NetBox is as the configuration says on",
  };
}

/** `upgrade --to VERSION`: the same, with another version of NetBox. */
export function createUpgradeChange(session: DeploymentSession, version: string): DeployChange {
  return {
    ...createParts(session),
    command: `upgrade --to ${version}`,
    title: `Upgrade to NetBox ${version} on`,
    whenEmpty: `NetBox ${version} is as the configuration says on`,
    plan: (watched) => planUpgrade(watched, version),
    apply: applyUpgrade,
  };
}

/** `pepper rotate`: the same, with one more pepper for the API tokens made from now on. */
export function createPepperChange(session: DeploymentSession): DeployChange {
  return {
    ...createParts(session, { addsPepper: true }),
    command: "pepper rotate",
    title: "Add a pepper on",
    whenEmpty: "there is a new pepper on",
  };
}

function createParts(
  { deployment, host }: DeploymentSession,
  options: DeployOptions = {},
): Pick<DeployChange, "plan" | "comment" | "apply" | "print"> {
  const { stack } = deployment;
  return {
    plan: (watched) => planDeploy(watched, options),
    comment: (planned) => ({
      // A run without an end is ended by the next one, also where nothing is left to change.
      isDue: planned.unfinished !== undefined || isDue(planned),
      remarks: describeDeployPlan(planned, stack),
      details: buildDeployDetails(planned, stack),
    }),
    apply: (watched, shown) => applyDeploy(watched, shown, options),
    print: ({ shown: { plan }, result: receipt }, terminal) => {
      printDeployReceipt({ session: { ...deployment, host }, plan, receipt }, terminal);
    },
  };
}
