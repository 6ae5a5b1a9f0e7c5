import { MultipassError, type Runner } from "@multipass-netbox/core";
import { hostScript, quote } from "./host-script.ts";

/** Something that may outlive the connection. Its files are in the folder of its run. */
export interface DetachedStep {
  /** Absolute folder of the run on the host; exists. */
  readonly folder: string;
  /** Unique in the run: `backup`, `up`. */
  readonly name: string;
  /** POSIX shell. Stays in the folder of the run, so it holds no secret. */
  readonly script: string;
}

/** How a step is watched. */
export interface WatchOptions {
  /** Called with each line that the step writes. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Ends the watching; the step goes on. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a step in a session of its own on the host and waits for its end, in one round trip. A cut
 * connection or an abort ends the waiting and not the step. A step of this name that was begun
 * before is not begun again: it is waited for. Throws `REMOTE_COMMAND_FAILED` with the end of its
 * log when it fails.
 */
export async function runDetached(
  runner: Runner,
  step: DetachedStep,
  { onLine, signal }: WatchOptions = {},
): Promise<void> {
  const result = await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(begin(step), watch(step)),
    timeoutMs: Infinity,
    check: false,
    signal,
    onLine: (line, stream) => {
      if (stream === "stdout") {
        onLine?.(line);
      }
    },
  });
  if (result.exitCode !== 0) {
    const said = result.stdout.trimEnd().split("\n").slice(-15).join("\n");
    throw new MultipassError(
      "REMOTE_COMMAND_FAILED",
      `the step ${step.name} failed on the host with exit code ${result.exitCode}\n${said}`,
      { hint: `Its log on the host: ${step.folder}/${step.name}.log` },
    );
  }
}

/**
 * Shell functions: `boot` names this start of the host, `is_alive FILE` tells whether the process in
 * a pid file still runs. After a restart its number belongs to another one.
 */
export const isAlive = `boot() { cat /proc/sys/kernel/random/boot_id 2> /dev/null; }
is_alive() { read -r pid_of_step boot_of_step < "$1" && [ "$boot_of_step" = "$(boot)" ] && kill -0 "$pid_of_step" 2> /dev/null; }`;

const marker = "MULTIPASS_STEP_END";

// The script is there whole before it starts; its exit code appears whole after it ended.
function begin({ folder, name, script }: DetachedStep): string {
  const base = quote(`${folder}/${name}`);
  return `${isAlive}
base=${base}
if [ ! -e "$base.sh" ]; then
  cat > "$base.new" <<'${marker}' || exit 1
${hostScript(script)}${marker}
  : > "$base.log" || exit 1
  mv "$base.new" "$base.sh" || exit 1
  setsid sh -c 'sh "$1.sh"; echo $? > "$1.exit.new"; mv "$1.exit.new" "$1.exit"' sh "$base" >> "$base.log" 2>&1 < /dev/null &
  echo "$! $(boot)" > "$base.pid"
fi`;
}

function watch({ name }: DetachedStep): string {
  return `shown=0
show_log() {
  size=$(wc -c < "$base.log")
  if [ "$size" -gt "$shown" ]; then
    tail -c +"$((shown + 1))" "$base.log" | head -c "$((size - shown))"
    shown=$size
  fi
}
while [ ! -e "$base.exit" ]; do
  if ! is_alive "$base.pid" && [ ! -e "$base.exit" ]; then
    show_log
    echo ${quote(`the step ${name} is gone without an exit code: was the host restarted?`)}
    exit 70
  fi
  show_log
  sleep 0.5
done
show_log
exit "$(cat "$base.exit")"`;
}
