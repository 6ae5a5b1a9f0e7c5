import {
  applyBackup,
  applyBackupPruning,
  applyBackupRestore,
  describeRestore,
  type HostChangeReceipt,
  planBackup,
  planBackupPruning,
  planBackupRestore,
  type PlannedOnHost,
  type PlannedRestore,
} from "@multipass-netbox/deployer";
import type { HostChange } from "./host-change.ts";
import { losesData } from "./loses-data.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printHostChange } from "./print-host-change.ts";

type Print<P extends PlannedOnHost> = HostChange<P, HostChangeReceipt>["print"];

/** `backup create` */
export function createBackupChange(
  session: DeploymentSession,
): HostChange<PlannedOnHost, HostChangeReceipt> {
  return {
    command: "backup create",
    title: "Save NetBox on",
    whenEmpty: "there is nothing to save on",
    plan: planBackup,
    comment: () => ({ remarks: ["NetBox runs on meanwhile."] }),
    apply: applyBackup,
    print: ({ shown, result }, terminal) => {
      const said = [`The backup: ${result.run}`];
      const { runner } = session.deployment;
      printHostChange({ runner, ...shown, ...result, said }, terminal);
    },
  };
}

/** `backup restore ID` */
export function createRestoreChange(
  session: DeploymentSession,
  id: string,
): HostChange<PlannedRestore, HostChangeReceipt> {
  return {
    command: `backup restore ${id}`,
    title: `Put back ${id} on`,
    whenEmpty: "there is nothing to put back on",
    plan: (deployment) => planBackupRestore(deployment, id),
    comment: ({ restore }) => ({ remarks: describeRestore(restore), details: { restore } }),
    wantsName: ({ restore }) => losesData(restore.losses),
    apply: applyBackupRestore,
    print: printPlain(session),
  };
}

/** `backup prune` */
export function createPruneChange(
  session: DeploymentSession,
  keep: number,
): HostChange<PlannedOnHost, HostChangeReceipt> {
  return {
    command: "backup prune",
    title: "Delete backups on",
    whenEmpty: `there are no more than ${keep} backups, and those that must stay, on`,
    plan: (deployment) => planBackupPruning(deployment, keep),
    comment: () => ({}),
    apply: (deployment, shown) => applyBackupPruning(deployment, shown, keep),
    print: printPlain(session),
  };
}

function printPlain<P extends PlannedOnHost>({
  deployment: { runner },
}: DeploymentSession): Print<P> {
  return ({ shown, result }, terminal) => {
    printHostChange({ runner, ...shown, ...result, said: [] }, terminal);
  };
}
