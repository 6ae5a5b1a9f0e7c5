import type { Backup } from "./backup.ts";

/**
 * The backups that are more than the newest `keep`, oldest last. Never the newest one, and never the
 * newest that another NetBox version than its own made: the way back over the last upgrade. Pure.
 */
export function chooseBackupsToPrune(
  backups: readonly Backup[],
  { keep }: { readonly keep: number },
): readonly Backup[] {
  const ordered = backups.toSorted((a, b) => (a.created < b.created ? 1 : -1));
  const [newest] = ordered;
  const wayBack = ordered.find(({ netboxVersion }) => netboxVersion !== newest?.netboxVersion);
  return ordered.slice(Math.max(keep, 1)).filter((backup) => backup !== wayBack);
}
