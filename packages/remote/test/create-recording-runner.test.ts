import { describe, expect, it } from "vitest";
import { createRecordingRunner } from "../src/index.ts";
import { catchError } from "./catch-error.ts";

describe("a recording runner", () => {
  it("keeps what it is told, in its order", async () => {
    await using runner = createRecordingRunner();
    const file = { path: "/a", content: "b", mode: 0o600 };
    await runner.run({ argv: ["docker", "ps"], stdin: "x" });
    await runner.placeFiles([file]);
    await runner.placeFiles([]);
    await runner.rewriteFile({ path: "/c", content: "d" });
    await (await runner.hold({ argv: ["flock"] }))[Symbol.asyncDispose]();
    expect(runner.commands).toEqual([{ argv: ["docker", "ps"], stdin: "x" }, { argv: ["flock"] }]);
    expect(runner.placedFiles).toEqual([file]);
    expect(runner.rewrittenFiles).toEqual([{ path: "/c", content: "d" }]);
    expect(runner.costs).toEqual({ connections: 0, roundTrips: 4 });
  });

  it("answers from a list, and fails when that is used up", async () => {
    const runner = createRecordingRunner([{ stdout: "one\n" }, { exitCode: 3 }]);
    expect(await runner.run({ argv: ["a"] })).toEqual({ exitCode: 0, stdout: "one\n", stderr: "" });
    expect(await runner.run({ argv: ["b"], check: false })).toMatchObject({ exitCode: 3 });
    expect(await catchError(runner.run({ argv: ["c", "d"] }))).toMatchObject({
      code: "INTERNAL",
      message: "no answer was recorded for c d",
    });
  });

  it("answers by the command, and fails as a real one does", async () => {
    const runner = createRecordingRunner(({ argv }) =>
      argv[0] === "docker" ? { exitCode: 1, stderr: "no daemon\n" } : {},
    );
    expect(await catchError(runner.run({ argv: ["docker"] }))).toMatchObject({
      code: "REMOTE_COMMAND_FAILED",
      message: "docker failed on recorded with exit code 1\nno daemon",
    });
    await expect(runner.run({ argv: ["true"] })).resolves.toMatchObject({ exitCode: 0 });
  });

  it("gives lines", async () => {
    const lines: string[] = [];
    const runner = createRecordingRunner([{ stdout: "one\n\ntwo", stderr: "three\n" }]);
    await runner.run({ argv: ["x"], onLine: (line, stream) => lines.push(`${stream} ${line}`) });
    expect(lines).toEqual(["stdout one", "stdout ", "stdout two", "stderr three"]);
  });

  it("heeds a signal, also one that aborts while it answers", async () => {
    const stop = new AbortController();
    const runner = createRecordingRunner(async () => {
      stop.abort(new Error("enough"));
      return {};
    });
    const error = await catchError(runner.run({ argv: ["x"], signal: stop.signal }));
    expect(error).toMatchObject({ code: "INTERRUPTED", cause: new Error("enough") });
  });

  it("holds until it is disposed of", async () => {
    const runner = createRecordingRunner([{ stdout: "held\nmore\n", exitCode: 0 }]);
    const held = await runner.hold({ argv: ["sh"] });
    expect(held.firstLine).toBe("held");
    let isEnded = false;
    void held.ended.finally(() => (isEnded = true));
    await Promise.resolve();
    expect(isEnded).toBe(false);
    await held[Symbol.asyncDispose]();
    expect(await held.ended).toMatchObject({ exitCode: 0 });
  });

  it("is what its options say", async () => {
    const runner = createRecordingRunner([], {
      target: "a@b SHA256:x",
      tunnelPort: (port) => port + 1,
    });
    expect(runner.target).toBe("a@b SHA256:x");
    expect((await runner.openTunnel(8080)).port).toBe(8081);
  });
});
