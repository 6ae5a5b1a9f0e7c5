import { type Backup, sizeOfBackup } from "./backup.ts";
import { describeBytes } from "./describe-bytes.ts";

/** A backup in one line: `2026-… (NetBox 4.7.3, 1.2 MB, alice@laptop: before deploy): 5 devices, …`. Pure. */
export function describeBackup(backup: Backup): string {
  const { id, created, who, reason, netboxVersion, database } = backup;
  const size = describeBytes(sizeOfBackup(backup));
  const about = `NetBox ${netboxVersion ?? "of an unknown version"}, ${created}, ${size}, ${who}: ${reason}`;
  const counts = Object.entries(database.fingerprint?.counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return `${id} (${about})${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
}
