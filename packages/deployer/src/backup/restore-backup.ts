import { runDetached } from "../detached-step.ts";
import type { HostLayout } from "../host-layout.ts";
import { assertPreflight } from "../preflight.ts";
import { MultipassError, type Runner } from "@multipass-netbox/core";
import type { Backup } from "./backup.ts";
import { type BackupFacts, loadBackupFacts } from "./backup-facts.ts";
import type { BackupRequest } from "./create-backup.ts";
import { findBackup } from "./find-backup.ts";
import { listBackups } from "./list-backups.ts";
import { createManifestReader } from "./manifest-reader.ts";
import { planRestore, type RestorePlan } from "./plan-restore.ts";
import { buildRestoreScript } from "./restore-script.ts";

/** A backup to be put back by a run, under its lock, after somebody has agreed to what is lost. */
export interface RestoreRequest extends Omit<BackupRequest, "reason" | "copyTo"> {
  readonly id: string;
  /**
   * How many changes of objects since may be lost; one more, and all stays as it is. Counted when
   * NetBox has stopped, so that none slips through. Default: any number.
   */
  readonly mayLose?: number | undefined;
}

/** What a restore did. */
export interface RestoreResult {
  readonly restored: Backup;
  /** The backup of what was there before. */
  readonly replaced: Backup;
}

/** Looks at what a restore of a backup would do, in two round trips. Throws `USAGE` for an unknown name. */
export async function loadRestorePlan(
  runner: Runner,
  layout: HostLayout,
  id: string,
): Promise<RestorePlan> {
  const { backup, facts } = await loadSubject({ runner, layout, id });
  return planRestore(backup, facts);
}

interface Subject extends Pick<RestoreRequest, "runner" | "layout" | "id"> {
  readonly step?: string;
}

async function loadSubject({
  runner,
  layout,
  id,
  step,
}: Subject): Promise<{ readonly backup: Backup; readonly facts: BackupFacts }> {
  const backup = findBackup(await listBackups(runner, layout), id);
  const since = backup.database.fingerprint;
  return { backup, facts: await loadBackupFacts(runner, layout, { step, since }) };
}

/**
 * Puts a backup in the place of what is there: database, media, reports, scripts, and the peppers, key
 * and credentials that belong to them. The backup is checked and unpacked while NetBox runs. Then it
 * stops, what is there is saved, the two change places, the cache is emptied, and NetBox starts on the
 * old data. Whatever fails from there on brings back what was there. Throws `USAGE`, `PREFLIGHT_FAILED`,
 * `PLAN_STALE` and `REMOTE_COMMAND_FAILED`. Repeated with the same run it waits for what was begun.
 */
export async function restoreBackup(request: RestoreRequest): Promise<RestoreResult> {
  const { runner, layout, run, who, mayLose, onLine, signal } = request;
  const { backup, facts } = await loadSubject({ ...request, step: `${run.folder}/restore` });
  if (!facts.isBegun) {
    const plan = planRestore(backup, facts);
    assertPreflight(plan.problems, runner.target);
    assertAgreed(plan, mayLose);
  }
  const replacedId = `${run.id}-replaced`;
  const script = buildRestoreScript(layout, { backup, replacedId, who, mayLose });
  const manifests = createManifestReader(onLine);
  const step = { folder: run.folder, name: "restore", script };
  await runDetached(runner, step, { signal, onLine: manifests.onLine });
  return { restored: backup, replaced: manifests.find(replacedId) };
}

function assertAgreed({ losses: { changes = 0 } }: RestorePlan, mayLose = Infinity): void {
  if (changes > mayLose) {
    throw new MultipassError(
      "PLAN_STALE",
      `${changes} changes were made since the backup, and ${mayLose} may be lost`,
      { hint: "Nothing was changed. Look again at what would be lost." },
    );
  }
}
