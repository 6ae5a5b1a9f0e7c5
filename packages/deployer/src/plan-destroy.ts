import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import type { Plan } from "@multipass-netbox/core";
import type { HostObservation } from "./host-observation.ts";
import { isDatabaseRunning } from "./is-database-running.ts";
import type { HostOperation } from "./host-operation.ts";
import { planCredentialRemovals } from "./plan-credential-removals.ts";
import { placeOperations } from "./plan-deployment.ts";
import { takeSnapshot } from "./snapshot.ts";

/** How much `destroy` removes. */
export interface DestroyOptions {
  /** Also volumes, secrets and credentials; else all data stays and `deploy` finds it again. */
  readonly deletesData: boolean;
  /** Whether a last backup is made. */
  readonly makesBackup: boolean;
}

/** What has to be done to remove a deployment. Backups and the records of runs always stay. Pure. */
export function planDestroy(
  stack: RenderedStack,
  observation: HostObservation,
  { deletesData, makesBackup, target }: DestroyOptions & { readonly target: string },
): Plan<HostOperation> {
  const now = takeSnapshot(stack, observation);
  const canBeSaved = isDatabaseRunning(observation) && now.containers.length > 0;
  const backup: HostOperation = { action: "create", kind: "backup", key: "before destroy" };
  return placeOperations(target, [
    ...(makesBackup && canBeSaved ? [backup] : []),
    ...now.containers.map(({ name, image }) => {
      const reason = "it is ours";
      return { action: "delete", kind: "container", key: name, image, reason } as const;
    }),
    ...now.networks.map((key) => ({ action: "delete", kind: "network", key }) as const),
    ...now.files.map(({ path, mode, content }) => {
      const contents = { before: content, after: undefined };
      return { action: "delete", kind: "file", key: path, mode, ...contents } as const;
    }),
    ...(deletesData ? planData(now) : []),
  ]);
}

function planData({
  volumes,
  secrets,
  credentials,
}: ReturnType<typeof takeSnapshot>): readonly HostOperation[] {
  return [
    ...volumes.map((key) => ({ action: "delete", kind: "volume", key }) as const),
    ...secrets.map((key) => {
      return { action: "delete", kind: "secret", key, length: 0, template: "" } as const;
    }),
    ...planCredentialRemovals(credentials),
  ];
}
