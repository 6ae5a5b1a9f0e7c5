import { containerNames } from "@multipass-netbox/compose-renderer";
import type { HostLayout } from "../host-layout.ts";
import { quote } from "../host-script.ts";
import { backupFiles } from "./backup.ts";
import { backupShell, printRelease } from "./backup-shell.ts";
import { databaseName, fingerprintSql } from "./fingerprint-sql.ts";
import { savedVolumes, saveVolume } from "./volume-shell.ts";

/** A backup to be made. */
export interface BackupSubject {
  readonly id: string;
  readonly who: string;
  readonly reason: string;
  /** Absolute folder on another file system of the host that gets a copy. */
  readonly copyTo?: string | undefined;
}

/** Before the line with the manifest that ends the output of {@link buildBackupScript}. */
export const manifestPrefix = "manifest ";

/** Shell that makes one backup, whole or not at all, and prints its manifest at the end. Pure. */
export function buildBackupScript(layout: HostLayout, subject: BackupSubject): string {
  return `${backupShell(layout)}\n${makeBackup(subject)}\n${printManifest(subject.id)}`;
}

/** The same without the functions that it needs, to be run in a subshell. Pure. */
export function makeBackup({ id, who, reason, copyTo }: BackupSubject): string {
  return `id=${quote(id)}
about=${quote(`"who":${JSON.stringify(who)},"reason":${JSON.stringify(reason)}`)}
${openFolder}
${saveDatabase}
${saveFiles}
${writeManifest}
${closeFolder}
${copyTo === undefined ? "" : copyBackup(copyTo)}`;
}

/** Shell. Pure. */
export function printManifest(id: string): string {
  return `printf '${manifestPrefix}'\ncat "$backups"/${quote(id)}/manifest.json`;
}

// A step whose host went down leaves a half one, which no later step of ours goes on with.
const openFolder = `part=$backups/.$id.part
[ ! -e "$backups/$id" ] || fail "there is a backup $id already"
ours netbox netbox-postgres
image=$(image_of netbox)
created=$(date -u +%Y-%m-%dT%H:%M:%SZ)
mkdir -p "$backups" && chmod 0700 "$backups" || fail "$backups can't be written"
find "$backups" -mindepth 1 -maxdepth 1 -name '.*.part' -mmin +1440 -exec rm -rf {} +
rm -rf "$part"
mkdir -m 0700 "$part" && cd "$part" || fail "$backups can't be written"
trap 'rm -rf "$part"' EXIT`;

// One snapshot for the dump and for what the manifest says of it.
const saveDatabase = `echo "saving the database"
docker exec --interactive netbox-postgres psql -XqAt -v ON_ERROR_STOP=1 -U ${databaseName} -d ${databaseName} 2> errors <<'SQL' |
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT pg_export_snapshot() AS snapshot \\gset
\\setenv SNAPSHOT :snapshot
SELECT current_setting('server_version'), pg_database_size(current_database());
${fingerprintSql}
\\! pg_dump -Fc --no-password -U ${databaseName} --snapshot="$SNAPSHOT" ${databaseName} < /dev/null && echo dumped >&2
SQL
{
  IFS='|' read -r server size && IFS= read -r fingerprint &&
    printf '"database":{"version":"%s","sizeBytes":%s,"fingerprint":%s}' "$server" "$size" "$fingerprint" > database.json &&
    cat > database.dump
} && grep -qx dumped errors || { cat errors; fail "the database was not dumped"; }`;

// A file that changes while it is read makes tar fail: the second time it is quiet.
const saveFiles = `for name in ${savedVolumes.join(" ")}; do
  echo "saving the volume of $name"
  ${saveVolume} < /dev/null > "$name.tar" 2> errors || ${saveVolume} < /dev/null > "$name.tar" 2> errors ||
    { cat errors; fail "the volume netbox-$name was not saved"; }
done
echo "saving configuration and secrets"
present() { for one in "$@"; do if [ -e "$directory/$one" ]; then echo "$one"; fi; done; }
present docker-compose.netbox.yml env configuration | tar -C "$directory" -T - -cf configuration.tar || fail "the configuration was not saved"
present secrets credentials | tar -C "$directory" --exclude '*.new' -T - -cf secrets.tar || fail "the secrets were not saved"`;

const writeManifest = `containers=
for container in ${containerNames.join(" ")}; do
  known=$(docker container inspect --format '"image":{{json .Config.Image}},"imageId":{{json .Image}}' "$container" 2> /dev/null) || continue
  digests=$(docker image inspect --format '{{json .RepoDigests}}' "$(image_of "$container")" 2> /dev/null) || digests=null
  containers="$containers\${containers:+,}{\\"name\\":\\"$container\\",$known,\\"digests\\":$digests}"
done
version=$(in_volumes ,readonly '${printRelease}' < /dev/null | read_version)
secrets=$(tar -tf secrets.tar | sed -n 's|^secrets/\\([A-Za-z0-9_.-]\\{1,\\}\\)$|"\\1"|p' | paste -s -d , -)
files=
for file in ${backupFiles.join(" ")}; do
  files="$files\${files:+,}\\"$file\\":$(stat -c %s "$file")"
done
printf '{"format":1,"id":"%s","created":"%s",%s,"netboxVersion":%s,"containers":[%s],%s,"secrets":[%s],"files":{%s}}\\n' \\
  "$id" "$created" "$about" "\${version:+\\"}\${version:-null}\${version:+\\"}" "$containers" "$(cat database.json)" "$secrets" "$files" > manifest.json ||
  fail "the manifest was not written"
rm -f database.json errors`;

const closeFolder = `sha256sum ${backupFiles.join(" ")} manifest.json > SHA256SUMS && chmod 0600 -- * && sync -- * &&
  mv -T "$part" "$backups/$id" || fail "the backup was not finished"
trap - EXIT
cd "$backups" && sync .`;

function copyBackup(copyTo: string): string {
  return `echo ${quote(`copying it to ${copyTo}`)}
copy=${quote(copyTo)}/$id
rm -rf "$copy.part"
if ! { cp -R "$backups/$id" "$copy.part" && check_backup "$copy.part" && mv -T "$copy.part" "$copy"; }; then
  rm -rf "$copy.part"
  fail "the backup $id is whole, but it could not be copied to "${quote(copyTo)}
fi`;
}
