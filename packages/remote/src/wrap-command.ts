import { quoteWords } from "./quote-words.ts";

/** How a command is started on the host. */
export interface Wrapping {
  /** Stands in the two lines by which the output tells when the command begins and ends. */
  readonly mark: string;
  /** How much of the input is the command's; `all` for one whose input stays open. */
  readonly inputBytes: number | "all";
}

/** Before a mark: ASCII's record separator, which no line of a program begins with. */
export const markSign = "\u001E";

/**
 * What the login shell of the host is given for a command. Pure.
 *
 * The command gets a process group of its own. Its input ends after `inputBytes`, which a line's end
 * must follow; of one that breaks off it gets nothing. What stays open behind that is the life line:
 * when it ends, because the caller wants that or the connection is gone, the group gets TERM and 5 s
 * later KILL. With `all` the input is the life line, and the command has 2 s to heed its end.
 *
 * `\x1e<mark>` on both outputs says that the command begins; `\x1e<mark> <exit code>` on stderr that
 * it has ended.
 */
export function wrapCommand(argv: readonly string[], { mark, inputBytes }: Wrapping): string {
  const words = quoteWords([script, "sh", mark, String(inputBytes), ...argv]);
  return `exec setsid -w sh -c ${words}`;
}

// The wrapper leads a group of its own. In it, besides, is the feeder: the only one that reads the
// input (3). It is no member of the pipeline that it writes to, since shells wait for all of a
// pipeline. Its TERM says that the life line has ended; HUP ends it. `dd` gathers the whole input
// (and fails at once where there is none) before the command gets any of it: so a command that does
// not read does not keep the feeder from its line, and half a script is never run. Standard error
// is 4, so that what the wrapper's own commands say goes nowhere.
const script = `mark=$1 bytes=$2 pid= ended=
shift 2
printf "\\036%s\\n" "$mark"
printf "\\036%s\\n" "$mark" >&2
exec 3<&0 4>&2 2>/dev/null
end() {
  ended=1
  [ -n "$pid" ] || return
  kill -s TERM -- "-$pid" || kill -s TERM "$pid"
  { sleep 5; kill -s KILL -- "-$pid"; } &
}
feed() {
  if [ "$bytes" = all ]; then cat <&3; exec >&-; sleep 2
  else head -c "$bytes" <&3; read -r end <&3 && { exec >&-; cat <&3 >/dev/null; }; fi
  kill -s TERM "$$"
  sleep 6
}
gather() { dd bs="$bytes" count=1 iflag=fullblock; }
trap end TERM
(
  if [ "$bytes" = all ]; then feed & else feed | gather & fi
) 4>&- | setsid "$@" 2>&4 3<&- 4>&- &
pid=$!
[ -z "$ended" ] || end
wait "$pid"
code=$?
if [ -n "$ended" ]; then
  wait "$pid"
  n=0
  while kill -s 0 -- "-$pid" && [ "$n" -lt 60 ]; do sleep 0.1; n=$((n + 1)); done
fi
trap "" HUP
kill -s HUP 0
printf "\\036%s %s\\n" "$mark" "$code" >&4`;
