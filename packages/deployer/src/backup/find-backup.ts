import { MultipassError } from "@multipass-netbox/core";
import type { Backup } from "./backup.ts";

/** The backup of that name. Throws `USAGE` with the newest ones when there is none. Pure. */
export function findBackup(backups: readonly Backup[], id: string): Backup {
  const backup = backups.find((one) => one.id === id);
  if (backup === undefined) {
    const newest = backups.slice(0, 5).map((one) => `  ${one.id}  (${one.reason})`);
    throw new MultipassError("USAGE", `there is no backup ${id}`, {
      hint:
        newest.length === 0
          ? "There is none at all: multipass-netbox backup create"
          : `The newest are\n${newest.join("\n")}`,
    });
  }
  return backup;
}
