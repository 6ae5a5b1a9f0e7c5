import { MultipassError } from "@multipass-netbox/core";
import type { Deployment } from "../deployment.ts";
import { hostScript, quoteAll } from "../host-script.ts";

// A first start on two busy cores was measured at seven and a half minutes, slow disks not counted.
const longestStartSeconds = 45 * 60;
const mostRestarts = 3;

/**
 * Waits until containers of ours are healthy, telling how far the migrations are. Throws
 * `NOT_READY` with the end of the log of the one that fails. An abort ends the waiting only.
 */
export async function waitHealthy(
  { runner, onLine, signal }: Pick<Deployment, "runner" | "onLine" | "signal">,
  names: readonly string[],
): Promise<void> {
  const { exitCode, stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: buildWaitScript(names),
    timeoutMs: Infinity,
    check: false,
    signal,
    onLine: (line, stream) => {
      if (stream === "stdout" && !line.startsWith("| ")) {
        onLine?.(line);
      }
    },
  });
  if (exitCode !== 0) {
    const said = stdout.trimEnd().split("\n").slice(-26).join("\n");
    throw new MultipassError("NOT_READY", `NetBox does not become healthy\n${said}`, {
      hint: "`Waiting on DB` may stand for any fault of the configuration: NetBox says no more.",
    });
  }
}

/** Shell that looks every two seconds; its last lines say why it gave up. Pure. */
export function buildWaitScript(names: readonly string[]): string {
  return hostScript(
    `began=$(date +%s)`,
    `last=`,
    `first=`,
    migrations,
    `give_up() { echo "$2"; docker logs --tail 20 "$1" 2>&1 | sed 's/^/| /'; exit 1; }`,
    `while :; do
  waiting=
  spent=$(( $(date +%s) - began ))
  for name in ${quoteAll(names)}; do
    state=$(docker inspect --format '{{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{else}}none{{end}} {{.RestartCount}}' "$name") || { echo "$name is gone"; exit 1; }
    set -- $state
    case "$1 $2" in
      'running healthy'|'running none') continue ;;
      'running unhealthy') give_up "$name" "$name is unhealthy" ;;
      exited*|dead*) give_up "$name" "$name has ended" ;;
    esac
    if [ "$3" -ge ${mostRestarts} ]; then give_up "$name" "$name was restarted $3 times"; fi
    waiting="$waiting $name"
  done
  [ -z "$waiting" ] && exit 0
  if [ "$spent" -gt ${longestStartSeconds} ]; then
    set -- $waiting
    give_up "$1" "$1 is not healthy after ${longestStartSeconds / 60} minutes"
  fi
  progress=
  migrations
  now="waiting for$waiting$progress"
  if [ "$now" != "$last" ]; then echo "$now, $spent s so far"; last=$now; fi
  sleep 2
done`,
  );
}

// Only while they are at work: a NetBox that just starts again has nothing to migrate.
const migrations = `migrations() {
  row=$(docker exec netbox-postgres psql -U netbox -d netbox -tAF ' ' -c "select count(*), (select app || '.' || name from django_migrations order by id desc limit 1) from django_migrations" < /dev/null 2>/dev/null) || return 0
  : "\${first:=$row}"
  [ "$row" = "$first" ] && return 0
  set -- $row
  progress="; $1 migrations done, the last is \${2:-} (a first start takes 5 to 9 minutes)"
}`;
