import { createBackup } from "../backup/create-backup.ts";
import { pruneBackups } from "../backup/prune-backups.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import type { Deployment } from "../deployment.ts";
import { runDetached } from "../detached-step.ts";
import type { ExecutionOptions } from "../execution-options.ts";
import { composeCall } from "../host-layout.ts";
import type { BackupOperation } from "../host-operation.ts";

/** Saves a deployment, puts a backup in its place, or deletes one. */
export async function executeBackup(
  deployment: Deployment,
  operation: BackupOperation,
  options: ExecutionOptions,
): Promise<void> {
  const { runner, layout, who, onLine, signal, copyBackupsTo: copyTo } = deployment;
  const request = { runner, layout, run: options.run, who, onLine, signal };
  const { action, key, mayLose } = operation;
  if (action === "delete") {
    await pruneBackups(runner, layout, { backups: [{ id: key }], copyTo });
  } else if (action === "restore") {
    await restoreBackup({ ...request, id: key, mayLose });
  } else {
    await stopForBackup(deployment, options);
    const reason = key === "now" ? "asked for" : `before ${deployment.command}`;
    await createBackup({ ...request, reason, copyTo });
  }
}

// So that nothing is written after it that could not be put back together with it.
async function stopForBackup(
  { runner, layout, onLine, signal }: Deployment,
  { run, stopsForBackup = false }: ExecutionOptions,
): Promise<void> {
  if (stopsForBackup) {
    const script = `${composeCall(layout)} stop --timeout 60 netbox netbox-worker`;
    await runDetached(runner, { folder: run.folder, name: "stop", script }, { onLine, signal });
  }
}
