import { containerNames } from "@multipass-netbox/compose-renderer";
import type { HostLayout } from "../host-layout.ts";
import { hostScript, quote } from "../host-script.ts";
import type { Fingerprint } from "./backup.ts";
import { backupShell, printRelease } from "./backup-shell.ts";
import { databaseName, fingerprintSql } from "./fingerprint-sql.ts";
import { lossesSql } from "./restore-script.ts";

/** What a look at a deployment is for. */
export interface LookSubject {
  /** The detached step that it precedes: its file without `.sh`. */
  readonly step?: string | undefined;
  readonly copyTo?: string | undefined;
  /** The state since which changes are counted. */
  readonly since?: Fingerprint | null | undefined;
}

/** Shell that prints a line per fact, a name and a value; a fact that is not to be had is left out. Pure. */
export function buildLookScript(layout: HostLayout, subject: LookSubject): string {
  const { step, copyTo, since } = subject;
  return hostScript(
    backupShell(layout),
    `fact() { if [ -n "$2" ]; then printf '%s %s\\n' "$1" "$2"; fi; }`,
    step === undefined ? "" : `if [ -e ${quote(`${step}.sh`)} ]; then fact begun yes; fi`,
    containers,
    database,
    since == null
      ? ""
      : `fact losses "$(sql ${databaseName} 2> /dev/null <<'SQL'\n${jsonOf(since)}\nSQL\n)"`,
    composed,
    `fact free "$(free_kilobytes "$place")"`,
    copyTo === undefined ? "" : lookAtCopies(copyTo),
  );
}

function jsonOf(since: Fingerprint): string {
  return `SELECT to_jsonb(losses) FROM (${lossesSql(since)}) AS losses;`;
}

const containers = `place=$backups
[ -d "$place" ] || place=$directory
free_kilobytes() { df -Pk "$1" | awk 'NR == 2 { print $4 }'; }
for container in ${containerNames.join(" ")}; do
  status=$(docker container inspect --format '{{.State.Status}}' "$container" 2> /dev/null) || status=missing
  [ "$status" = missing ] || (ours "$container" > /dev/null) || status=foreign
  fact container "$container $status"
done`;

const database = `fact database "$(sql ${databaseName} 2> /dev/null <<'SQL'
SELECT jsonb_build_object('version', current_setting('server_version'), 'sizeBytes', pg_database_size(current_database()));
SQL
)"
fact fingerprint "$(sql ${databaseName} 2> /dev/null <<'SQL'
${fingerprintSql}
SQL
)"
fact datafree "$(docker exec netbox-postgres sh -c 'df -Pk "$PGDATA"' < /dev/null 2> /dev/null | awk 'NR == 2 { print $4 }')"`;

// What Compose would start now, which need not be what runs.
const composed = `config=$(compose config 2> /dev/null)
image=$(printf '%s\\n' "$config" | awk '/^  [^ ]/ { service = $1 } service == "netbox:" && $1 == "image:" { print $2; exit }')
fact image "$image"
if imageId=$(docker image inspect --format '{{.Id}}' "$image" 2> /dev/null); then
  fact imageId "$imageId"
else
  image=$(image_of netbox 2> /dev/null)
fi
inside=$(in_volumes ,readonly 'du -sk /v; ${printRelease}' < /dev/null 2> /dev/null)
fact volumes "$(printf '%s\n' "$inside" | awk '$2 == "/v" { print $1; exit }')"
if [ -n "$imageId" ]; then fact version "$(printf '%s\n' "$inside" | read_version)"; fi
for pepper in $(printf '%s\\n' "$config" | sed -n 's|.*/run/secrets/api_token_pepper_\\([0-9]\\{1,\\}\\)$|\\1|p; s|.*source: api_token_pepper_\\([0-9]\\{1,\\}\\)$|\\1|p' | sort -un); do
  fact pepper "$pepper"
done`;

function lookAtCopies(copyTo: string): string {
  return `copies=${quote(copyTo)}
if [ ! -d "$copies" ]; then fact copies missing
elif [ "$(stat -Lc %d "$copies")" = "$(stat -Lc %d "$place")" ]; then fact copies here
elif [ ! -w "$copies" ]; then fact copies denied
else fact copies "$(free_kilobytes "$copies")"; fi`;
}
