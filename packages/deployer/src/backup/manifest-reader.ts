import { MultipassError } from "@multipass-netbox/core";
import { type Backup, parseBackup } from "./backup.ts";
import { manifestPrefix } from "./backup-script.ts";

/** Takes the manifests out of what a step prints; the rest is passed on. */
export function createManifestReader(onLine: ((line: string) => void) | undefined): {
  readonly onLine: (line: string) => void;
  /** Throws `INTERNAL` when the step printed none of that name. */
  readonly find: (id: string) => Backup;
} {
  const manifests: string[] = [];
  return {
    onLine: (line) => {
      if (line.startsWith(manifestPrefix)) {
        manifests.push(line.slice(manifestPrefix.length));
      } else {
        onLine?.(line);
      }
    },
    find: (id) => {
      const backup = manifests
        .map((text) => parseBackup(id, text))
        .find((one) => one !== undefined);
      if (backup === undefined) {
        throw new MultipassError("INTERNAL", `the host did not say what is in the backup ${id}`);
      }
      return backup;
    },
  };
}
