import type { Runner } from "@multipass-netbox/core";
import type { HostLayout } from "../host-layout.ts";
import { hostScript, quote } from "../host-script.ts";
import { type Backup, parseBackup } from "./backup.ts";

/** The backups of a deployment, newest first, in one round trip. What is not one of ours is left out. */
export async function listBackups(runner: Runner, layout: HostLayout): Promise<readonly Backup[]> {
  const { stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(`cd ${quote(layout.backups)} 2> /dev/null || exit 0`, printManifests),
  });
  return parseBackupList(stdout);
}

const printManifests = `for folder in *; do
  if [ -f "$folder/manifest.json" ]; then
    printf '%s\\t' "$folder"
    tr -d '\\n' < "$folder/manifest.json"
    echo
  fi
done`;

/** A line per folder: its name, a tab, its manifest. Pure. */
export function parseBackupList(text: string): readonly Backup[] {
  return text
    .split("\n")
    .map((line) => {
      const [folder = ""] = line.split("\t", 1);
      return parseBackup(folder, line.slice(folder.length + 1));
    })
    .filter((backup) => backup !== undefined)
    .toSorted((a, b) => compareTexts(b.created, a.created) || compareTexts(b.id, a.id));
}

function compareTexts(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
