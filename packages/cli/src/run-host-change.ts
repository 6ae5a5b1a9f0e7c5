import type { PlannedOnHost } from "@multipass-netbox/deployer";
import type { HostChangeOptions } from "./deploy-options.ts";
import type { HostChange } from "./host-change.ts";
import { createHostTask } from "./host-task.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import type { Terminal } from "./open-terminal.ts";
import { runChanges } from "./run-changes.ts";

/** Runs a change of a host: plan, show, ask, apply, tell. */
export async function runHostChange<P extends PlannedOnHost, R>(
  { deployment }: DeploymentSession,
  change: HostChange<P, R>,
  { options, terminal }: { readonly options: HostChangeOptions; readonly terminal: Terminal },
): Promise<void> {
  const task = createHostTask({ deployment, terminal }, change, options);
  await runChanges(task, { options, isDry: false }, terminal);
}
