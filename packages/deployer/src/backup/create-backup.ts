import type { Runner } from "@multipass-netbox/core";
import { runDetached } from "../detached-step.ts";
import type { HostLayout } from "../host-layout.ts";
import type { HostRun } from "../host-run.ts";
import { assertPreflight } from "../preflight.ts";
import type { Backup } from "./backup.ts";
import { loadBackupFacts } from "./backup-facts.ts";
import { buildBackupScript } from "./backup-script.ts";
import { findBackupProblems } from "./find-backup-problems.ts";
import { createManifestReader } from "./manifest-reader.ts";

/** A backup to be made by a run, under its lock. */
export interface BackupRequest {
  readonly runner: Runner;
  readonly layout: HostLayout;
  /** Its folder exists. The backup gets its name. */
  readonly run: HostRun;
  readonly who: string;
  /** `before deploy`, `asked for` */
  readonly reason: string;
  /** Absolute folder of the host, on another file system, that gets a copy. */
  readonly copyTo?: string | undefined;
  readonly onLine?: ((line: string) => void) | undefined;
  /** Ends the waiting; the backup goes on. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Saves database, volumes, configuration and secrets of a deployment into `backups/<run>` on its host,
 * whole or not at all, while NetBox runs. The folder is 0700, its files are 0600, and nothing of it
 * leaves the host. Repeated with the same run it waits for what was begun. Throws `PREFLIGHT_FAILED`
 * before anything is written, `REMOTE_COMMAND_FAILED`, and what its runner throws.
 */
export async function createBackup(request: BackupRequest): Promise<Backup> {
  const { runner, layout, run, copyTo, onLine, signal } = request;
  const subject = { id: run.id, who: request.who, reason: request.reason, copyTo };
  const facts = await loadBackupFacts(runner, layout, { step: `${run.folder}/backup`, copyTo });
  if (!facts.isBegun) {
    assertPreflight(findBackupProblems(facts, copyTo), runner.target);
  }
  const step = { folder: run.folder, name: "backup", script: buildBackupScript(layout, subject) };
  const manifests = createManifestReader(onLine);
  await runDetached(runner, step, { signal, onLine: manifests.onLine });
  return manifests.find(run.id);
}
