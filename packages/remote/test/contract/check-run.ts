import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { catchError } from "../catch-error.ts";
import type { RunnerContext } from "./runner-context.ts";

/** `run`: what goes in and what comes out. */
export function checkRun(context: RunnerContext): void {
  describe("run", () => {
    it("gives both outputs and the exit code", async () => {
      const result = await context.sh("echo out; echo err >&2; printf more", { check: false });
      expect(result).toEqual({ exitCode: 0, stdout: "out\nmore", stderr: "err\n" });
    });

    it("passes arguments on as they are", async () => {
      const words = ["", " ", "it's", "$HOME `id`", "a\nb", "\\n", "-n", "Ü🎉"];
      const argv = ["printf", "%s|", ...words] as const;
      expect((await context.runner.run({ argv })).stdout).toBe(`${words.join("|")}|`);
    });

    it("sends its input byte for byte, and ends it", async () => {
      const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
      const { stdout } = await context.runner.run({ argv: ["base64", "-w", "0"], stdin: bytes });
      expect(stdout).toBe(Buffer.from(bytes).toString("base64"));
      expect((await context.runner.run({ argv: ["cat"], stdin: "Ü\n\u0000" })).stdout).toBe(
        "Ü\n\u0000",
      );
      expect((await context.runner.run({ argv: ["cat"] })).stdout).toBe("");
    });

    it("does not mind a command that leaves its input unread", async () => {
      await expect(context.sh("exit 0", { stdin: "x".repeat(3_000_000) })).resolves.toMatchObject({
        exitCode: 0,
      });
    });

    it.each([1, 126, 127, 128, 137, 254, 255])("takes %d for an exit code", async (exitCode) => {
      const result = await context.sh(`exit ${exitCode}`, { check: false });
      expect(result.exitCode).toBe(exitCode);
    });

    it("throws for an exit code, with the end of stderr and nothing of the input", async () => {
      const script = `cat > /dev/null; for i in $(seq 40); do echo "line $i" >&2; done; exit 3`;
      const error = await catchError(context.sh(script, { stdin: "hunter2" }));
      expect(error.code).toBe("REMOTE_COMMAND_FAILED");
      expect(error.message).toMatch(/^sh failed on .* with exit code 3\n/);
      expect(error.message).toContain("line 40");
      expect(error.message).not.toContain("line 1\n");
      expect(inspect(error)).not.toContain("hunter2");
    });

    it("says when there is no such program", async () => {
      const error = await catchError(context.runner.run({ argv: ["no-such-program"] }));
      expect(error.code).toBe("REMOTE_COMMAND_FAILED");
      expect(error.message).toContain("no-such-program failed on");
      expect(error.message).toContain("No such file or directory");
    });

    it("gives the lines as they come", async () => {
      const lines: string[] = [];
      const begun = Promise.withResolvers<void>();
      const running = context.runner.run({
        argv: [
          "sh",
          "-c",
          `echo one; until [ -e "$1" ]; do sleep 0.1; done; printf 'two\n3'`,
          "sh",
          `${context.folder}/go`,
        ],
        onLine: (line, stream) => {
          lines.push(`${stream}: ${line}`);
          begun.resolve();
        },
      });
      await begun.promise;
      expect(lines).toEqual(["stdout: one"]);
      await context.read(`: > "$1"`, `${context.folder}/go`);
      await running;
      expect(lines).toEqual(["stdout: one", "stdout: two", "stdout: 3"]);
    });

    it("ends the command when a listener throws, with what it threw", async () => {
      const running = context.sh("echo x; exec sleep 1000", {
        onLine: () => {
          throw new TypeError("mine");
        },
      });
      await expect(running).rejects.toThrow(new TypeError("mine"));
    });

    it("takes a large output", async () => {
      const { stdout } = await context.sh("seq 300000");
      expect(stdout.length).toBe(1_988_895);
      expect(stdout.endsWith("\n300000\n")).toBe(true);
    });

    it("refuses an output without bounds, unless its lines are taken", async () => {
      const endless = "yes 0123456789012345678901234567890123456789 | head -c 40000000";
      const error = await catchError(context.sh(endless));
      expect(error.code).toBe("REMOTE_COMMAND_FAILED");
      expect(error.message).toContain("wrote more than");
      let count = 0;
      const { stdout } = await context.sh(`${endless}; echo; echo end`, {
        onLine: () => (count += 1),
      });
      expect(count).toBe(975_611);
      expect(stdout.length).toBeLessThan(35_000_000);
      expect(stdout.endsWith("\nend\n")).toBe(true);
    });
  });
}
