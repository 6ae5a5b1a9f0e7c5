import { MultipassError, type Runner } from "@multipass-netbox/core";
import type { HostLayout } from "../host-layout.ts";
import { hostScript, quote } from "../host-script.ts";
import type { Backup } from "./backup.ts";
import { backupShell } from "./backup-shell.ts";

/**
 * Reads a backup whole and compares it with its checksums. A restore does so itself. Throws
 * `PREFLIGHT_FAILED` with what is wrong with it.
 */
export async function verifyBackup(
  runner: Runner,
  layout: HostLayout,
  { id, signal }: Pick<Backup, "id"> & { readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const { stdout, exitCode } = await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(backupShell(layout), `check_backup "$backups"/${quote(id)}`),
    timeoutMs: Infinity,
    check: false,
    signal,
  });
  if (exitCode !== 0) {
    throw new MultipassError("PREFLIGHT_FAILED", `the backup ${id} is damaged\n${stdout.trim()}`, {
      hint: "A copy of it (backups.copyTo) may be whole. multipass-netbox backup list shows others.",
    });
  }
}
