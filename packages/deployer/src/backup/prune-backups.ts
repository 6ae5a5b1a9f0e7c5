import type { Runner } from "@multipass-netbox/core";
import type { HostLayout } from "../host-layout.ts";
import { hostScript, quoteAll } from "../host-script.ts";
import type { Backup } from "./backup.ts";

/** What is to be deleted. */
export interface Pruning {
  /** As `chooseBackupsToPrune` gives them. */
  readonly backups: readonly Pick<Backup, "id">[];
  /** Where their copies are, which are deleted as well. */
  readonly copyTo?: string | undefined;
}

/**
 * Deletes whole backups by name, and nothing beside them. The manifest goes first, so that what is
 * left of a deletion that broke off is no backup. Safe to repeat.
 */
export async function pruneBackups(
  runner: Runner,
  layout: HostLayout,
  { backups, copyTo }: Pruning,
): Promise<void> {
  const places = [layout.backups, ...(copyTo === undefined ? [] : [copyTo])];
  const folders = places.flatMap((place) => backups.map(({ id }) => `${place}/${id}`));
  if (folders.length > 0) {
    await runner.run({
      argv: ["sh", "-s"],
      stdin: hostScript(
        `for folder in ${quoteAll(folders)}; do`,
        `  if [ -f "$folder/manifest.json" ]; then rm -f "$folder/manifest.json" && rm -rf "$folder" || exit 1; fi`,
        "done",
      ),
      timeoutMs: 600_000,
    });
  }
}
