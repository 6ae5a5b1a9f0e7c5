import {
  applyHostDestroy,
  type HostChangeReceipt,
  planHostDestroy,
  type PlannedOnHost,
} from "@multipass-netbox/deployer";
import type { DestroyCommandOptions } from "./deploy-options.ts";
import type { HostChange } from "./host-change.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printHostChange } from "./print-host-change.ts";
import { isDue } from "./show-plan.ts";

/** `destroy`: removes NetBox from a host. */
export function createDestroyChange(
  { deployment: { runner } }: DeploymentSession,
  { deleteData: deletesData = false, backup: makesBackup }: DestroyCommandOptions,
): HostChange<PlannedOnHost, HostChangeReceipt> {
  const extent = { deletesData, makesBackup };
  const kept = deletesData
    ? "Backups and the records of runs stay on the host."
    : "Volumes, secrets and backups stay on the host: `multipass-netbox deploy` finds them again.";
  return {
    command: "destroy",
    title: "Remove from",
    whenEmpty: "nothing of ours is on",
    plan: (deployment) => planHostDestroy(deployment, extent),
    comment: (planned) => ({
      remarks: isDue(planned) ? [kept] : [],
      details: { hostname: planned.observation.hostname },
    }),
    wantsName: () => true,
    apply: (deployment, shown) => applyHostDestroy(deployment, shown, extent),
    print: ({ shown, result }, terminal) => {
      printHostChange({ runner, ...shown, ...result, said: [kept] }, terminal);
    },
  };
}
