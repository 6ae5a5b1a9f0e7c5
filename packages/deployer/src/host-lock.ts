import { type HeldCommand, MultipassError, type Runner } from "@multipass-netbox/core";
import { hostScript, quote } from "./host-script.ts";
import type { HostLayout } from "./host-layout.ts";
import { buildLockError, type LockHolder, parseLockHolder } from "./lock-holder.ts";

/** A lock that is held until it is disposed of. */
export interface HostLock extends AsyncDisposable {
  /** Aborted when it is lost before that: somebody broke it, or the connection is gone. */
  readonly lost: AbortSignal;
}

function watchLock(held: HeldCommand): HostLock {
  const controller = new AbortController();
  let isReleased = false;
  const watch = async (): Promise<void> => {
    await held.ended;
    if (!isReleased) {
      controller.abort(new MultipassError("LOCK_HELD", "the lock of this run is gone"));
    }
  };
  void watch();
  return {
    lost: controller.signal,
    [Symbol.asyncDispose]: async () => {
      isReleased = true;
      await held[Symbol.asyncDispose]();
    },
  };
}

/**
 * Why a lock is lost: `SSH_UNREACHABLE` when the host is out of reach, else `LOCK_HELD`: somebody broke
 * it.
 */
export async function explainLostLock(runner: Runner): Promise<unknown> {
  try {
    await runner.run({ argv: ["true"] });
    return new MultipassError(
      "LOCK_HELD",
      "somebody broke the lock of this run while it was at work",
    );
  } catch (error) {
    return error;
  }
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
): Promise<HostLock> {
  const held = await runner.hold({
    argv: ["sh", "-c", lockScript, "sh", layout.state, layout.lock],
    stdin: `${JSON.stringify(holder)}\n`,
    timeoutMs: Infinity,
  });
  if (held.firstLine === "held") {
    return watchLock(held);
  }
  await held[Symbol.asyncDispose]();
  throw buildLockError(parseLockHolder(held.firstLine));
}

// The descriptor is inherited by `cat` alone, and flock(2) ends with the last process that has it.
const lockScript = `umask 077
mkdir -p "$1" || exit 1
exec 9>>"$2"
flock -w 2 -E 75 9
case $? in
  0) ;;
  75) head -n 1 "$2.holder" 2> /dev/null || echo '{}'; exit 0 ;;
  *) echo "the lock can't be taken: is flock (util-linux) there, and $2 ours?" >&2; exit 1 ;;
esac
IFS= read -r holder
printf '%s\\n' "$holder" > "$2.holder"
echo $$ > "$2.pid"
echo held
cat > /dev/null
rm -f "$2.holder" "$2.pid"`;

/** Ends the process that holds the lock, and gives its owner; `undefined` when nobody held it. */
export async function breakHostLock(
  runner: Runner,
  layout: HostLayout,
): Promise<LockHolder | undefined> {
  const { stdout } = await runner.run({
    argv: ["sh", "-s"],
    stdin: hostScript(`lock=${quote(layout.lock)}`, breakScript),
  });
  return stdout.trim() === "" ? undefined : parseLockHolder(stdout);
}

const breakScript = `[ -e "$lock" ] || exit 0
if flock -n "$lock" true; then exit 0; fi
cat "$lock.holder"
pid=$(cat "$lock.pid")
kill -s TERM -- "-$(ps -o pgid= -p "$pid" | tr -d ' ')" 2>/dev/null || kill -TERM "$pid"
n=0
until flock -n "$lock" true; do
  n=$((n + 1))
  if [ "$n" -gt 50 ]; then echo "the lock is still held" >&2; exit 1; fi
  sleep 0.1
done
rm -f "$lock.holder" "$lock.pid"`;
