import type { Runner } from "@multipass-netbox/core";
import { isAlive } from "./detached-step.ts";
import { hostScript, quote, quoteAll } from "./host-script.ts";
import type { HostLayout } from "./host-layout.ts";
import type { HostObservation } from "./host-observation.ts";
import { parseObservation } from "./parse-observation.ts";

/** What is to be looked at besides what is there. */
export interface ObservationScope {
  readonly layout: HostLayout;
  /** Paths relative to the folder of the deployment. */
  readonly files: readonly string[];
  readonly images: readonly string[];
}

/** Looks at a host: everything that a plan needs, in one round trip, changing nothing. */
export async function observeHost(
  runner: Runner,
  scope: ObservationScope,
  signal?: AbortSignal,
): Promise<HostObservation> {
  const { stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: buildObserveScript(scope),
    signal,
  });
  return parseObservation(stdout);
}

/** Shell that prints sections: a line `@@ NAME EXIT`, then base64 in one line. Pure. */
function buildObserveScript({ layout, files, images }: ObservationScope): string {
  const directory = quote(layout.directory);
  return hostScript(
    `D=${directory}`,
    // One number for all: what a section prints, and how the command behind it ended.
    `section() { name=$1; shift; out=$("$@" | base64 | tr -d '\\n'); printf '@@ %s\\n%s\\n' "$name" "$out"; }`,
    ...functions,
    `section host host`,
    `section memory cat /proc/meminfo`,
    `section disk disk`,
    `section docker docker_version`,
    `section compose docker compose version --short`,
    `section dockerroot docker info --format '{{json .DockerRootDir}}'`,
    `section listening ss -Hltn`,
    `section containers containers`,
    `section networks networks`,
    `section volumes volumes`,
    `section images images ${quoteAll(images)}`,
    `section files files ${quoteAll(files)}`,
    `section secrets names "$D/secrets"`,
    `section credentials names "$D/credentials"`,
    `section backups names "$D/backups"`,
    `section runs runs`,
    `section lock lock`,
    `section restoring cat "$D/state/restoring"`,
  );
}

const functions = [
  // What it says on stderr is why there is no daemon; elsewhere a warning would spoil the data.
  `docker_version() { docker version --format '{{json .}}' 2>&1; }`,
  `host() {
  uname -sm; id -un; date +%s; hostname
  if [ -d "$D" ]; then
    if [ -w "$D" ]; then echo writable; else echo foreign; fi
  else
    parent=$D; while [ ! -d "$parent" ]; do parent=$(dirname "$parent"); done
    if [ -w "$parent" ]; then echo creatable
    elif sudo -n true 2>/dev/null; then echo sudo
    else echo denied; fi
  fi
}`,
  `disk() {
  place=$D; while [ ! -d "$place" ]; do place=$(dirname "$place"); done
  df -Pk "$place" | tail -n 1
  df -Pk "$(docker info --format '{{.DockerRootDir}}' 2>/dev/null)" 2>/dev/null | tail -n 1
}`,
  `containers() { ids=$(docker ps -aq --no-trunc) || return; if [ -n "$ids" ]; then docker inspect $ids; else echo '[]'; fi; }`,
  `networks() { ids=$(docker network ls -q) || return; docker network inspect $ids; }`,
  `volumes() { ids=$(docker volume ls -q) || return; if [ -n "$ids" ]; then docker volume inspect $ids; else echo '[]'; fi; }`,
  `images() { for one in "$@"; do json=$(docker image inspect --format '{{json .}}' "$one" 2>/dev/null) && printf '%s %s\\n' "$one" "$json"; done; return 0; }`,
  `files() {
  for one in "$@"; do
    if [ -f "$D/$one" ]; then printf '%s %s %s\\n' "$one" "$(stat -c %a "$D/$one")" "$(base64 < "$D/$one" | tr -d '\\n')"; fi
  done
}`,
  `names() { if [ -d "$1" ]; then for one in "$1"/*; do case $one in *.new|*.old) continue ;; esac; if [ -e "$one" ]; then printf '%s %s\\n' "$(basename "$one")" "$(stat -c '%a %U %s' "$one")"; fi; done; fi; }`,
  `lock() {
  [ -e "$D/state/lock" ] || return 0
  flock -sn -E 75 "$D/state/lock" true 2>/dev/null
  [ $? -eq 75 ] || return 0
  head -n 1 "$D/state/lock.holder" 2>/dev/null || echo '{}'
}`,
  isAlive,
  // Newest last. A run without a receipt broke off, or goes on right now.
  `runs() {
  [ -d "$D/state/runs" ] || return 0
  for run in $(ls "$D/state/runs" | tail -n 20); do
    folder=$D/state/runs/$run
    [ -e "$folder/run.json" ] || continue
    step=
    for pid in "$folder"/*.pid; do
      [ -e "$pid" ] || continue
      base=\${pid%.pid}
      if [ ! -e "$base.exit" ] && is_alive "$pid"; then step=$(basename "$base"); fi
    done
    printf '%s\\n' "$(base64 < "$folder/run.json" | tr -d '\\n') $(if [ -e "$folder/receipt.json" ]; then base64 < "$folder/receipt.json" | tr -d '\\n'; else echo -; fi) \${step:--}"
  done
}`,
];
