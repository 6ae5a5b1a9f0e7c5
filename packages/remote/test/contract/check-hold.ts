import { describe, expect, it } from "vitest";
import { catchError } from "../catch-error.ts";
import type { RunnerContext } from "./runner-context.ts";

const isLocked = `flock -n "$1" true || echo locked`;

/** `hold`. */
export function checkHold(context: RunnerContext): void {
  describe("hold", () => {
    it("keeps a command until it is disposed of", async () => {
      const file = `${context.folder}/lock`;
      const script = `exec 9>>"$1"; flock -n 9; read -r line; echo "got $line"; cat > /dev/null; echo bye`;
      const held = await context.runner.hold({
        argv: ["sh", "-c", script, "sh", file],
        stdin: "word\n",
      });
      expect(held.firstLine).toBe("got word");
      expect(await context.read(isLocked, file)).toBe("locked\n");
      await held[Symbol.asyncDispose]();
      expect(await context.read(isLocked, file)).toBe("");
      expect(await held.ended).toEqual({ exitCode: 0, stdout: "got word\nbye\n", stderr: "" });
    });

    it("ends one that does not heed the end of its input", async () => {
      const held = await context.runner.hold({ argv: ["sh", "-c", "echo $$; exec sleep 1000"] });
      await held[Symbol.asyncDispose]();
      expect((await held.ended).exitCode).toBe(143);
      expect(await context.read(`ps -o args= -p "$1" || true`, held.firstLine)).toBe("");
    });

    it("tells the end of one that ends by itself", async () => {
      const held = await context.runner.hold({ argv: ["sh", "-c", "echo begun; exit 5"] });
      expect(await held.ended).toMatchObject({ exitCode: 5, stdout: "begun\n" });
      await held[Symbol.asyncDispose]();
    });

    it.each([
      { code: "REMOTE_COMMAND_FAILED", text: "code 4\nwhy", script: "echo why >&2; exit 4" },
      { code: "REMOTE_COMMAND_FAILED", text: "before it wrote a line", script: "exit 0" },
      { code: "REMOTE_TIMEOUT", text: "took more than 2 s", script: "sleep 1000" },
      { code: "INTERRUPTED", text: "was stopped", script: "echo stop >&2; sleep 1000" },
    ])("is $code where no line comes: $script", async ({ code, text, script }) => {
      const stop = new AbortController();
      const error = await catchError(
        context.runner.hold({
          argv: ["sh", "-c", script],
          signal: stop.signal,
          onLine: (line) => line === "stop" && stop.abort(),
          timeoutMs: code === "REMOTE_TIMEOUT" ? 2000 : Infinity,
        }),
      );
      expect(error.code).toBe(code);
      expect(error.message).toContain(text);
    });

    it("is not ended by time or signal once it holds", async () => {
      const stop = new AbortController();
      await using held = await context.runner.hold({
        argv: ["sh", "-c", "echo held; cat; echo end"],
        timeoutMs: 2000,
        signal: stop.signal,
      });
      stop.abort();
      await context.sh("sleep 2.5");
      await held[Symbol.asyncDispose]();
      expect(await held.ended).toMatchObject({ exitCode: 0, stdout: "held\nend\n" });
    });
  });
}
