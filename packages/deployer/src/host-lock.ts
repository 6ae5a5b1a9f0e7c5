import { MultipassError, type Runner } from "@multipass-netbox/core";
import { hostScript, quote } from "./host-script.ts";
import type { HostLayout } from "./host-layout.ts";

/** Who works on a deployment, and why. */
export interface LockHolder {
  /** `alice@laptop` */
  readonly who: string;
  /** `deploy`, `upgrade --to 4.6.3` */
  readonly why: string;
  /** Ends with Z. */
  readonly since: string;
}

/**
 * Keeps everybody else from changing this deployment until it is disposed of. A process on the host
 * holds it and ends with the connection, so a lock whose owner is gone is free by itself. Throws
 * `LOCK_HELD` with its owner.
 */
export async function holdHostLock(
  runner: Runner,
  layout: HostLayout,
  holder: LockHolder,
): Promise<AsyncDisposable> {
  const held = await runner.hold({
    argv: ["sh", "-c", lockScript, "sh", layout.state, layout.lock],
    stdin: `${JSON.stringify(holder)}\n`,
    timeoutMs: Infinity,
  });
  if (held.firstLine === "held") {
    return held;
  }
  await held[Symbol.asyncDispose]();
  throw buildLockError(held.firstLine);
}

// The descriptor is inherited by `cat` alone, and flock(2) ends with the last process that has it.
const lockScript = `umask 077
mkdir -p "$1" || exit 1
exec 9>>"$2"
if ! flock -n 9; then
  head -n 1 "$2.holder" 2>/dev/null || true
  echo unknown
  exit 0
fi
IFS= read -r holder
printf '%s\\n' "$holder" > "$2.holder"
echo $$ > "$2.pid"
echo held
cat > /dev/null
rm -f "$2.holder" "$2.pid"`;

function buildLockError(line: string): MultipassError {
  const { who = "somebody", why = "something", since = "a while ago" } = parseHolder(line);
  return new MultipassError(
    "LOCK_HELD",
    `${who} has been working on this host since ${since}: ${why}`,
    {
      hint: "Wait for its end. If nobody is there any more: multipass-netbox deploy --break-lock",
    },
  );
}

function parseHolder(line: string): Partial<LockHolder> {
  try {
    return JSON.parse(line) as Partial<LockHolder>;
  } catch {
    return {};
  }
}

/** Ends the process that holds the lock, and gives its owner; `undefined` when nobody held it. */
export async function breakHostLock(
  runner: Runner,
  layout: HostLayout,
): Promise<LockHolder | undefined> {
  const { stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(`lock=${quote(layout.lock)}`, breakScript),
  });
  return stdout.trim() === "" ? undefined : (parseHolder(stdout.trim()) as LockHolder);
}

const breakScript = `[ -e "$lock" ] || exit 0
if flock -n "$lock" true; then exit 0; fi
cat "$lock.holder"
pid=$(cat "$lock.pid")
kill -TERM -- "-$(ps -o pgid= -p "$pid" | tr -d ' ')" 2>/dev/null || kill -TERM "$pid"
n=0
until flock -n "$lock" true; do
  n=$((n + 1))
  if [ "$n" -gt 50 ]; then echo "the lock is still held" >&2; exit 1; fi
  sleep 0.1
done
rm -f "$lock.holder" "$lock.pid"`;
