import { buildWaitScript } from "../host-effects/wait-healthy.ts";
import { databaseName } from "./fingerprint-sql.ts";
import {
  sweepVolumes,
  swapVolumes,
  unpackVolume,
  unswapVolumes,
  waitForVolumes,
} from "./volume-shell.ts";

/** Where the database of a backup is put beside the present one. */
export const incomingDatabase = `${databaseName}_restore`;
/** What the present one is called until the restore has succeeded. */
const replacedDatabase = `${databaseName}_before_restore`;

const services = ["netbox", "netbox-worker"];

const endSessions = `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname IN ('${databaseName}', '${incomingDatabase}') AND pid <> pg_backend_pid();`;

const exchange = (incoming: string, outgoing: string): string => `BEGIN;
ALTER DATABASE ${databaseName} RENAME TO ${outgoing};
ALTER DATABASE ${incoming} RENAME TO ${databaseName};
COMMIT;`;

const swapSql = `ALTER DATABASE ${databaseName} ALLOW_CONNECTIONS false;
${endSessions}
${exchange(incomingDatabase, replacedDatabase)}`;

const unswapSql = `SELECT count(*) > 0 AS is_swapped FROM pg_database WHERE datname = '${replacedDatabase}' \\gset
\\if :is_swapped
DROP DATABASE IF EXISTS ${incomingDatabase} WITH (FORCE);
ALTER DATABASE ${databaseName} ALLOW_CONNECTIONS false;
${endSessions}
${exchange(replacedDatabase, incomingDatabase)}
\\endif
ALTER DATABASE ${databaseName} ALLOW_CONNECTIONS true;
DROP DATABASE IF EXISTS ${incomingDatabase} WITH (FORCE);`;

const sweepSql = `DROP DATABASE IF EXISTS ${replacedDatabase} WITH (FORCE);
DROP DATABASE IF EXISTS ${incomingDatabase} WITH (FORCE);`;

function inPostgres(sql: string): string {
  return `sql postgres <<'SQL' > /dev/null\n${sql}\nSQL`;
}

function asFunction(name: string, body: string): string {
  return `${name}() {\n${body}\n}`;
}

/**
 * Shell functions of a restore. `$state/restoring` holds the name of the backup of what is replaced
 * from before the first effect until NetBox runs on the restored data; as long as it is there,
 * `undo` brings back what was before, from wherever the restore broke off.
 */
export const restoreShell = `marker=$state/restoring
only_one() {
  exec 9>> "$state/restore.lock"
  flock -n 9 || fail "another restore is under way"
  wait_for_volumes
}
${waitForVolumes}
start_stores() {
  compose start netbox-postgres netbox-redis 2>&1 || return 1
  tries=0
  until docker exec netbox-postgres pg_isready -q -U ${databaseName} < /dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 60 ]; then echo "PostgreSQL does not answer"; return 1; fi
    sleep 1
  done
}
stop_netbox() { compose stop --timeout 60 ${services.join(" ")} 2>&1; }
start_netbox() {
  compose up --detach --no-build --pull never ${services.join(" ")} 2>&1 || return 1
  (
${buildWaitScript(services)}
  )
}
unpack_volumes() {
  for name in media reports scripts; do
    ${unpackVolume} < "$1/$name.tar" || return 1
  done
}
${asFunction("swap_databases", inPostgres(swapSql))}
${asFunction("unswap_databases", inPostgres(unswapSql))}
${asFunction("drop_databases", inPostgres(sweepSql))}
${asFunction("swap_volumes", swapVolumes)}
${asFunction("unswap_volumes", unswapVolumes)}
${asFunction("sweep_volumes", sweepVolumes)}
# What the database was made with: peppers and key, and the passwords that its users have.
put_secrets() {
  tar -tf "$1" | grep -E '^(secrets/(api_token_pepper_[0-9]+|secret_key)|credentials/[^/]+)$' |
    tar -C "$directory" -xpf "$1" --no-recursion -T -
}
# Sent by standard input: the password is in no command line.
flush_cache() {
  answers=$({ printf 'AUTH '; cat "$directory/secrets/redis_password"; printf '\\nFLUSHALL\\n'; } |
    docker exec --interactive netbox-redis sh -c 'cli=$(command -v valkey-cli || command -v redis-cli) && exec "$cli"') || return 1
  [ "$(printf '%s\\n' "$answers" | grep -c '^OK')" -eq 2 ] || { echo "the cache was not emptied: $answers"; return 1; }
}
undo() {
  echo "bringing back what was there before"
  image=$(image_of netbox) && start_stores && stop_netbox && unswap_databases && unswap_volumes || return 1
  replaced=$(cat "$marker")
  if [ -e "$backups/$replaced/secrets.tar" ]; then put_secrets "$backups/$replaced/secrets.tar" || return 1; fi
  flush_cache
  rm -f "$marker"
  start_netbox || { echo "the data is back, but NetBox does not start"; return 1; }
}`;
