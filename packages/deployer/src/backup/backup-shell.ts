import { composeCall, composeProject, type HostLayout } from "../host-layout.ts";
import { quote } from "../host-script.ts";
import { backupFiles } from "./backup.ts";
import { databaseName } from "./fingerprint-sql.ts";
import { inVolumes } from "./volume-shell.ts";

/** Variables and functions of all scripts about backups. Pure. */
export function backupShell(layout: HostLayout): string {
  return `directory=${quote(layout.directory)}
backups=${quote(layout.backups)}
state=${quote(layout.state)}
compose() { ${composeCall(layout)} --progress quiet "$@"; }
${functions}
${inVolumes}`;
}

/** Shell for a container of NetBox: prints the file that names its version, wherever it is. */
export const printRelease =
  "cat /opt/netbox/netbox/release.yaml /opt/netbox/venv/lib/python3*/site-packages/netbox/_data/release.yaml 2> /dev/null";

const functions = `fail() { printf 'problem: %s\\n' "$*"; exit 1; }
# Nobody else's container is touched, whatever its name.
ours() {
  for container in "$@"; do
    project=$(docker container inspect --format '{{index .Config.Labels "com.docker.compose.project"}}' "$container" 2> /dev/null) || fail "there is no container $container"
    [ "$project" = ${composeProject} ] || fail "the container $container is not ours"
  done
}
image_of() { docker container inspect --format '{{.Image}}' "$1"; }
# SQL by standard input, over the socket of the container, where the image asks for no password.
sql() { docker exec --interactive --env PGOPTIONS=--client-min-messages=warning netbox-postgres psql -XqAt -v ON_ERROR_STOP=1 -U ${databaseName} -d "$1"; }
read_version() { sed -n 's/^version: *"\\{0,1\\}\\([0-9][0-9A-Za-z.-]*\\)"\\{0,1\\} *$/\\1/p' | head -n 1; }
# Says what is wrong with the backup in a folder, and nothing when it is whole.
check_backup() (
  cd "$1" 2> /dev/null || { echo "there is no folder $1"; return 1; }
  for file in ${backupFiles.join(" ")} manifest.json; do
    grep -q "^[0-9a-f]\\{64\\}  $file\\$" SHA256SUMS || { echo "SHA256SUMS does not name $file"; return 1; }
  done
  sha256sum --check --quiet --strict SHA256SUMS 2>&1
)`;
