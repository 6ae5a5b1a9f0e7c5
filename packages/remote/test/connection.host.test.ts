import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Runner } from "@multipass-netbox/core";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openRunner } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();

beforeAll(() => vm.reset());
afterEach(() => vi.unstubAllEnvs());

const onHost = async (script: string): Promise<string> =>
  (await vm.exec(["sh", "-c", script])).stdout.trim();
/** Ids of the host's processes that were started with this word. */
const running = (word: string) =>
  onHost(`ps -eo pid=,stat=,args= | awk '$2 !~ /Z/' | grep '[ ]${word}$' || true`);

describe("a way that does not exist", () => {
  it("is SSH_AUTH for a key that the host does not know", async () => {
    await using folder = await makeTemporaryFolder();
    const identityFile = join(folder.path, "id");
    await execa("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", identityFile]);
    const error = await catchError(openRunner(vmHost(vm, { identityFile })));
    expect(error.code).toBe("SSH_AUTH");
    expect(error.message).toContain("Permission denied");
    expect(error.hint).toContain(`${identityFile}.pub`);
  });

  it("is SSH_AUTH for a user that the host does not have", async () => {
    const error = await catchError(openRunner(vmHost(vm, { ssh: "nobody-here@127.0.0.1" })));
    expect(error.code).toBe("SSH_AUTH");
  });

  it("is SSH_UNREACHABLE where nobody listens", async () => {
    const error = await catchError(openRunner(vmHost(vm, { port: 1 })));
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toContain("Connection refused");
  });

  it("is SSH_UNREACHABLE where nobody answers, and waiting for it can be stopped", async () => {
    await using _blocked = await vm.blockSsh();
    const error = await catchError(openRunner(vmHost(vm), { connectTimeoutMs: 2000 }));
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toMatch(/timed out|no connection within 2 s/);

    const signal = AbortSignal.timeout(500);
    const stopped = await catchError(openRunner(vmHost(vm), { signal }));
    expect(stopped).toMatchObject({ code: "INTERRUPTED", cause: signal.reason });
  });
});

describe("one connection", () => {
  it("is enough for many commands, also at once", async () => {
    await using runner = await openRunner(vmHost(vm));
    const count = "ss -Htn state established '( sport = :22 )' | wc -l";
    const results = await Promise.all(
      Array.from({ length: 60 }, (_, index) => runner.run({ argv: ["echo", String(index)] })),
    );
    expect(results.map(({ stdout }) => stdout)).toEqual(
      Array.from({ length: 60 }, (_, index) => `${index}\n`),
    );
    expect(await onHost(count)).toBe("1");
    expect(runner.costs).toEqual({ connections: 1, roundTrips: 60 });
  });

  it("is had in a folder whose name means something to ssh", async () => {
    await using folder = await makeTemporaryFolder();
    const odd = join(folder.path, "100%h %%");
    await mkdir(odd);
    vi.stubEnv("TMPDIR", odd);
    await using runner = await openRunner(vmHost(vm));
    await runner.run({ argv: ["true"] });
    await (await runner.openTunnel(22))[Symbol.asyncDispose]();
    expect(runner.costs.connections).toBe(1);
  });

  it("is not had where its socket can't be made; then there are several", async () => {
    await using folder = await makeTemporaryFolder();
    const long = join(folder.path, "x".repeat(90));
    await mkdir(long);
    vi.stubEnv("TMPDIR", long);
    await using runner = await openRunner(vmHost(vm));
    const { connections } = runner.costs;
    expect((await runner.run({ argv: ["echo", "x"] })).stdout).toBe("x\n");
    await runner.run({ argv: ["true"] });
    expect(runner.costs.connections).toBe(connections + 2);
  });

  it("ends with the runner, and what runs on it is INTERRUPTED", async () => {
    const runner = await openRunner(vmHost(vm));
    const begun = Promise.withResolvers<void>();
    const sleeping = catchError(
      runner.run({ argv: ["sh", "-c", "echo x; exec sleep 4241"], onLine: () => begun.resolve() }),
    );
    await begun.promise;
    await runner[Symbol.asyncDispose]();
    expect((await sleeping).code).toBe("INTERRUPTED");
    expect(await running("4241")).toBe("");
    expect((await catchError(runner.run({ argv: ["true"] }))).code).toBe("INTERRUPTED");
    await runner[Symbol.asyncDispose]();
  });
});

describe.each([true, false])("a connection that is cut (shared: %s)", (multiplex) => {
  it("is SSH_UNREACHABLE, and the host ends what ran on it", async () => {
    await using runner = await openRunner(vmHost(vm), { multiplex });
    await using held = await runner.hold({ argv: ["sh", "-c", "echo held; exec cat"] });
    const begun = Promise.withResolvers<void>();
    const sleeping = catchError(
      runner.run({
        argv: ["sh", "-c", "echo x; exec sleep 4242"],
        timeoutMs: Infinity,
        onLine: () => begun.resolve(),
      }),
    );
    await begun.promise;
    expect(await running("4242")).not.toBe("");
    await vm.dropConnections();
    const error = await sleeping;
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toContain("broke while sh was running");
    expect(await held.ended).toMatchObject({ exitCode: 255, stdout: "held\n" });
    await expect.poll(() => running("4242"), { timeout: 30_000 }).toBe("");
  });

  it("is not mistaken for a command that ends with ssh's exit code", async () => {
    await using runner = await openRunner(vmHost(vm), { multiplex });
    const result = await runner.run({ argv: ["sh", "-c", "exit 255"], check: false });
    expect(result.exitCode).toBe(255);
  });
});

describe("after the one connection was cut", () => {
  it("nothing more is run, and no other connection is made", async () => {
    await using runner = await openRunner(vmHost(vm));
    await vm.dropConnections();
    const error = await catchError(runner.run({ argv: ["echo", "x"] }));
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toContain("broke before echo was started");
    expect((await catchError(runner.openTunnel(22))).code).toBe("SSH_UNREACHABLE");
    expect(runner.costs.connections).toBe(1);
  });

  it("a new runner has a way again", async () => {
    await using runner = await openRunner(vmHost(vm));
    expect((await runner.run({ argv: ["echo", "x"] })).stdout).toBe("x\n");
  });
});

describe("a host that falls silent", () => {
  it("is SSH_UNREACHABLE", async () => {
    await using runner = await openRunner(vmHost(vm));
    const { begun, ended } = startSleep(runner);
    await begun;
    await using _blocked = await vm.blockSsh();
    expect((await ended).code).toBe("SSH_UNREACHABLE");
  });

  it("can't confirm that a command was ended, and that is said", async () => {
    await using runner = await openRunner(vmHost(vm));
    const stop = new AbortController();
    const { begun, ended } = startSleep(runner, stop.signal);
    await begun;
    await using _blocked = await vm.blockSsh();
    stop.abort();
    const error = await ended;
    expect(error.code).toBe("INTERRUPTED");
    expect(error.hint).toContain("look there whether it still runs");
  });
});

function startSleep(runner: Runner, signal?: AbortSignal) {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const argv = ["sh", "-c", "echo x; exec sleep 60"] as const;
  const onLine = (): void => resolve();
  return { begun, ended: catchError(runner.run({ argv, timeoutMs: Infinity, signal, onLine })) };
}

describe("a host that takes few sessions", () => {
  const limit = "/etc/ssh/sshd_config.d/remote-test.conf";
  const reread = 'kill -HUP "$(cat /run/sshd.pid)"; sleep 1';
  beforeAll(() => onHost(`echo MaxSessions 3 > ${limit}; ${reread}`));
  afterAll(() => onHost(`rm ${limit}; ${reread}`));

  it("gets what it can't take a little later", async () => {
    await using runner = await openRunner(vmHost(vm));
    const results = await Promise.all(
      Array.from({ length: 8 }, () => runner.run({ argv: ["sh", "-c", "sleep 0.2; echo x"] })),
    );
    expect(results.map(({ stdout }) => stdout)).toEqual(Array.from({ length: 8 }, () => "x\n"));
    expect(runner.costs).toEqual({ connections: 1, roundTrips: 8 });
  });

  it("is told apart from one that is gone", async () => {
    await using runner = await openRunner(vmHost(vm));
    await using _one = await runner.hold({ argv: ["sh", "-c", "echo; exec cat"] });
    await using _two = await runner.hold({ argv: ["sh", "-c", "echo; exec cat"] });
    const error = await catchError(runner.run({ argv: ["true"] }));
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.hint).toContain("MaxSessions");
  });
});

it("a command that is killed is no cut connection", async () => {
  await using runner = await openRunner(vmHost(vm));
  const script = `kill -KILL "$(ps -o ppid= -p $$ | tr -d ' ')"; sleep 1`;
  const killed = await catchError(runner.run({ argv: ["sh", "-c", script] }));
  expect(killed.code).toBe("REMOTE_COMMAND_FAILED");
  expect(killed.message).toContain("was killed before it told its exit code");
  expect((await runner.run({ argv: ["echo", "x"] })).stdout).toBe("x\n");
});
