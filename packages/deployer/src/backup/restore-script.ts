import { containerNames } from "@multipass-netbox/compose-renderer";
import type { HostLayout } from "../host-layout.ts";
import { quote } from "../host-script.ts";
import type { Backup, Fingerprint } from "./backup.ts";
import { backupShell } from "./backup-shell.ts";
import { makeBackup, printManifest } from "./backup-script.ts";
import { databaseName, fingerprintSql } from "./fingerprint-sql.ts";
import { incomingDatabase, restoreShell } from "./restore-shell.ts";

/** A backup to be put back. */
export interface RestoreSubject {
  readonly backup: Backup;
  /** What the backup of what is replaced is called. */
  readonly replacedId: string;
  readonly who: string;
  /** How many changes of objects since the backup may be lost. Default: any number. */
  readonly mayLose?: number | undefined;
}

/**
 * Shell that puts a backup in the place of what is there. All that can be tried is tried while NetBox
 * still runs; from the moment it stops, any failure brings back what was there before. Pure.
 */
export function buildRestoreScript(layout: HostLayout, subject: RestoreSubject): string {
  const { backup, replacedId, who } = subject;
  const reason = `before restore of ${backup.id}`;
  return `${backupShell(layout)}
${restoreShell}
backup=$backups/${quote(backup.id)}
replaced=${quote(replacedId)}
save_present() (
${makeBackup({ id: replacedId, who, reason })}
)
${countLosses(subject)}
${prepare}
${cutOver}
${printManifest(replacedId)}`;
}

/** Shell that finishes the undoing of a restore that broke off, if there is one. Pure. */
export function buildUndoScript(layout: HostLayout): string {
  return `${backupShell(layout)}
${restoreShell}
only_one
if [ -e "$marker" ]; then
  ours ${containerNames.join(" ")}
  undo || fail "what was there before could not be brought back"
fi`;
}

const prepare = `only_one
ours ${containerNames.join(" ")}
echo "checking the backup"
damage=$(check_backup "$backup") || fail "the backup is damaged, and nothing was changed: $damage"
if [ -e "$marker" ]; then
  echo "an earlier restore broke off"
  undo || fail "what was there before it could not be brought back"
fi
image=$(image_of netbox)
# Triggers of NetBox 4.7.0 need the operators of public, where a dump does not look: its own names are
# all qualified. What can't be read to its end finishes with an error for psql, even within a COPY.
dump_as_sql() {
  echo 'BEGIN;'
  docker exec --interactive netbox-postgres pg_restore --no-owner -f - < "$backup/database.dump" && echo 'COMMIT;' ||
    printf '%s\\n' '\\.' 'the dump ends early;'
}
unpack_database() {
  sql postgres <<'SQL' || return 1
CREATE DATABASE ${incomingDatabase} TEMPLATE template0;
SQL
  dump_as_sql |
    sed "0,/^SELECT pg_catalog.set_config('search_path', '', false);$/s//SELECT pg_catalog.set_config('search_path', 'public', false);/" |
    sql ${incomingDatabase} > /dev/null || return 1
  restored=$(sql ${incomingDatabase} <<'SQL'
${fingerprintSql}
SQL
) || return 1
  case $(cat "$backup/manifest.json") in
    *"\\"fingerprint\\":$restored"*) ;;
    *) echo "the restored database is not what the backup says: $restored"; return 1 ;;
  esac
  docker exec netbox-postgres vacuumdb -q --analyze-only -U ${databaseName} -d ${incomingDatabase} < /dev/null
}
start_stores && drop_databases && sweep_volumes || fail "what an earlier restore left could not be removed"
echo "unpacking the database and the volumes beside the present ones"
if ! { unpack_database && unpack_volumes "$backup"; }; then
  drop_databases
  sweep_volumes
  fail "the backup can't be unpacked: NetBox goes on with what is there"
fi`;

const cutOver = `printf '%s\\n' "$replaced" > "$marker" || fail "$marker can't be written"
replace() {
  echo "stopping NetBox"
  stop_netbox && check_losses && save_present || return 1
  echo "putting the backup in the place of what was there"
  swap_databases && swap_volumes && put_secrets "$backup/secrets.tar" && flush_cache || return 1
  echo "starting NetBox"
  start_netbox
}
if ! replace; then
  undo || fail "the restore failed, and could not be undone: what was there is in the backup $replaced"
  fail "the restore failed, and everything is as it was before"
fi
rm -f "$marker"
drop_databases && sweep_volumes || echo "what was replaced could not be removed"`;

function countLosses({ backup, mayLose }: RestoreSubject): string {
  const fingerprint = backup.database.fingerprint;
  if (mayLose === undefined || fingerprint === null) {
    return "check_losses() { :; }";
  }
  return `check_losses() {
  losses=$(sql ${databaseName} <<'SQL'
SELECT changes FROM (${lossesSql(fingerprint)}) AS losses;
SQL
) || return 1
  if [ "$losses" -gt ${mayLose} ]; then
    echo "$losses changes were made since the backup, and ${mayLose} may be lost"
    return 1
  fi
}`;
}

/**
 * SQL for one row: how many `changes` a database has that are not in a backup, and whether it
 * `descends` from it. One that does not may share nothing with it: then all its changes count. Pure.
 */
export function lossesSql({ lastChange }: Fingerprint): string {
  const descends =
    lastChange === null
      ? "true"
      : `EXISTS (SELECT FROM core_objectchange WHERE id = ${lastChange.id} AND request_id = '${lastChange.requestId}')`;
  return `SELECT descends, (
  SELECT count(*) FROM core_objectchange WHERE NOT descends OR id > ${lastChange?.id ?? 0}
) AS changes FROM (SELECT ${descends} AS descends) AS history`;
}
