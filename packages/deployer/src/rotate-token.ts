import { MultipassError } from "@multipass-netbox/core";
import { applyHostChange, type HostChangeReceipt } from "./apply-host-change.ts";
import { checkDoors } from "./check-doors.ts";
import type { Deployment } from "./deployment.ts";
import type { PlannedOnHost } from "./open-host-run.ts";
import { observeDeployment } from "./plan-deploy.ts";
import { apiTokenDescription, placeOperations } from "./plan-deployment.ts";

/** Plans a new value for the token that deploy stored on the host. Throws `USAGE` when there is none. */
export async function planTokenRotation(deployment: Deployment): Promise<PlannedOnHost> {
  const observation = await observeDeployment(deployment);
  if (!observation.credentials.some(({ name }) => name === "api_token")) {
    throw new MultipassError("USAGE", "no token of ours is on the host", {
      hint: "multipass-netbox deploy makes one.",
    });
  }
  const { target } = deployment.runner;
  const plan = placeOperations(target, [
    { action: "update", kind: "api-token", key: apiTokenDescription },
  ]);
  return { observation, plan };
}

/** Makes a new token, stores it in the place of the old one, and deletes the old one in NetBox. */
export async function applyTokenRotation(
  deployment: Deployment,
  shown: PlannedOnHost,
): Promise<HostChangeReceipt> {
  return await applyHostChange(deployment, shown, {
    replan: () => planTokenRotation(deployment),
    check: () => checkDoors(deployment),
  });
}
