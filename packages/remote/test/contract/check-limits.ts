import { describe, expect, it } from "vitest";
import { catchError } from "../catch-error.ts";
import type { RunnerContext } from "./runner-context.ts";

const membersOf = `ps -eo pgid=,stat=,args= | awk -v g="$1" '$1 == g && $2 !~ /Z/'`;

/** What ends a command, and how many there are at once. */
export function checkLimits(context: RunnerContext): void {
  describe("what ends a command", () => {
    // Its children must end as well, also one that does not want to.
    const family = `echo $$; (trap '' TERM; sleep 1000) & sleep 1000; echo not reached`;
    it.each(["REMOTE_TIMEOUT", "INTERRUPTED"])("ends its whole family: %s", async (code) => {
      const stop = new AbortController();
      let group = "";
      const error = await catchError(
        context.sh(family, {
          timeoutMs: code === "REMOTE_TIMEOUT" ? 3000 : Infinity,
          signal: stop.signal,
          onLine: (line) => {
            group = line;
            if (code === "INTERRUPTED") {
              stop.abort(new Error("enough"));
            }
          },
        }),
      );
      expect(error.code).toBe(code);
      expect(error.cause).toEqual(code === "INTERRUPTED" ? new Error("enough") : undefined);
      expect(error.hint).toBeUndefined();
      expect(group).toMatch(/^\d+$/);
      expect(await context.read(membersOf, group)).toBe("");
    });

    it("ends one that leaves a large input unread", async () => {
      const stop = new AbortController();
      const error = await catchError(
        context.sh("echo x; exec sleep 1000", {
          stdin: "x".repeat(4_000_000),
          timeoutMs: Infinity,
          signal: stop.signal,
          onLine: () => stop.abort(),
        }),
      );
      expect(error.code).toBe("INTERRUPTED");
      expect(error.hint).toBeUndefined();
    });

    it("leaves alone what began a session of its own", async () => {
      const script = `setsid sleep 60 < /dev/null > /dev/null 2>&1 & echo $!; sleep 1000`;
      let pid = "";
      const onLine = (line: string): void => {
        pid = line;
      };
      await catchError(context.sh(script, { onLine, timeoutMs: 3000 }));
      expect((await context.read(`ps -o args= -p "$1"; kill "$1"`, pid)).trim()).toBe("sleep 60");
    });

    it("is a signal that has aborted before", async () => {
      const before = context.runner.costs.roundTrips;
      const error = await catchError(
        context.sh("exit 0", { signal: AbortSignal.abort(new Error("no")) }),
      );
      expect(error).toMatchObject({ code: "INTERRUPTED", cause: new Error("no") });
      expect(context.runner.costs.roundTrips).toBe(before);
    });
  });

  it("eight commands at once are under way, and the others wait", async () => {
    const counted = `mkdir "$1/$$"; ls "$1" | wc -l; sleep 0.3; rmdir "$1/$$"`;
    const place = `${context.folder}/at-once`;
    await context.read(`mkdir "$1"`, place);
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => context.read(counted, place)),
    );
    const most = Math.max(...counts.map(Number));
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThan(1);
  });
}
