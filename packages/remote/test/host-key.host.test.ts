import { readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openRunner } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();
const { knownHostsFile, sshPort, user } = vm;
const target = `${user}@127.0.0.1:${sshPort} ${vm.hostKey}`;

beforeAll(() => vm.reset());
afterEach(() => vi.unstubAllEnvs());

describe("a pinned key", () => {
  it("lets in the host that has it, with one connection", async () => {
    await using runner = await openRunner(vmHost(vm));
    expect(runner.target).toBe(target);
    expect(runner.costs.connections).toBe(1);
  });

  it("keeps out a host with another one, and both are shown", async () => {
    await using rotated = await vm.rotateHostKey();
    const error = await catchError(openRunner(vmHost(vm)));
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(error.message).toContain(`shows the key ${rotated.hostKey}, expected was ${vm.hostKey}`);
  });

  it("wins over what known_hosts says", async () => {
    const other = { hostKey: `SHA256:${"A".repeat(43)}`, knownHostsFile };
    const error = await catchError(openRunner(vmHost(vm, other)));
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(error.message).toContain(vm.hostKey);
  });
});

describe("without a pinned key", () => {
  it("known_hosts lets in the host that stands in it", async () => {
    await using runner = await openRunner(vmHost(vm, { hostKey: undefined, knownHostsFile }));
    expect(runner.target).toBe(target);
    expect(runner.costs.connections).toBe(1);
  });

  it("an unknown key is refused and shown, and nothing is written down", async () => {
    await using folder = await makeTemporaryFolder();
    const empty = join(folder.path, "known_hosts");
    await writeFile(empty, "");
    const error = await catchError(
      openRunner(vmHost(vm, { hostKey: undefined, knownHostsFile: empty })),
    );
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(error.message).toContain(`is not known; it shows ${vm.hostKey}`);
    expect(error.hint).toContain(`hostKey: "${vm.hostKey}"`);
    expect(await readFile(empty, "utf8")).toBe("");
  });

  it("a changed key is refused, and the old and the new one are shown", async () => {
    await using rotated = await vm.rotateHostKey();
    const before = await readFile(knownHostsFile, "utf8");
    const error = await catchError(openRunner(vmHost(vm, { hostKey: undefined, knownHostsFile })));
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(error.message).toContain(`shows the key ${rotated.hostKey}, expected was ${vm.hostKey}`);
    expect(error.hint).toContain(`ssh-keygen -R '[127.0.0.1]:${sshPort}'`);
    expect(await readFile(knownHostsFile, "utf8")).toBe(before);
  });
});

describe("an ssh that can't ask a command for known hosts", () => {
  // As Ubuntu 20.04 and Windows 10 have it.
  const old = `#!/bin/sh
if [ "$1" = -V ]; then echo 'OpenSSH_8.2p1 Ubuntu-4ubuntu0.13' >&2; exit; fi
for word do case $word in KnownHostsCommand=*) echo "Bad configuration option" >&2; exit 255;; esac; done
PATH=\${PATH#*:} exec ssh "$@"
`;

  async function installOldSsh() {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder.path, "ssh"), old, { mode: 0o755 });
    vi.stubEnv("PATH", `${folder.path}${delimiter}${process.env["PATH"] ?? ""}`);
    return folder;
  }

  it("fetches a pinned key with a connection of its own", async () => {
    await using _old = await installOldSsh();
    await using runner = await openRunner(vmHost(vm));
    expect(runner.target).toBe(target);
    expect((await runner.run({ argv: ["id", "-un"] })).stdout).toBe(`${user}\n`);
    expect(runner.costs).toEqual({ connections: 2, roundTrips: 1 });
  });

  it("needs that key for every connection, if it can't share one", async () => {
    await using _old = await installOldSsh();
    await using runner = await openRunner(vmHost(vm), { multiplex: false });
    await runner.run({ argv: ["true"] });
    await runner.run({ argv: ["true"] });
    expect(runner.costs).toEqual({ connections: 4, roundTrips: 2 });
    await using rotated = await vm.rotateHostKey();
    const error = await catchError(runner.run({ argv: ["true"] }));
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(rotated.hostKey).not.toBe(vm.hostKey);
  });

  it("keeps out a host with another key, and both are shown", async () => {
    await using _old = await installOldSsh();
    await using rotated = await vm.rotateHostKey();
    const error = await catchError(openRunner(vmHost(vm)));
    expect(error.code).toBe("SSH_HOST_KEY");
    expect(error.message).toContain(`shows the key ${rotated.hostKey}, expected was ${vm.hostKey}`);
  });

  it("tells a host that is not reached from one that has another key", async () => {
    await using _old = await installOldSsh();
    const error = await catchError(openRunner(vmHost(vm, { port: 1 })));
    expect(error.code).toBe("SSH_UNREACHABLE");
    expect(error.message).toContain("Connection refused");
  });
});
