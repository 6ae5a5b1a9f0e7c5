import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "./temporary-folder.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();
const lock = "/tmp/remote-test.lock";

beforeAll(() => vm.reset());

const onHost = async (script: string): Promise<string> =>
  (await vm.exec(["sh", "-c", script])).stdout.trim();
const isLocked = () => onHost(`flock -n ${lock} true || echo locked`);
const sleepers = () => onHost(`ps -eo stat=,args= | grep -v '^Z' | grep '[s]leep 4244' || true`);
/** The ssh of ours on this machine that lead to the VM. */
const ways = async (): Promise<string> =>
  (await execa("pgrep", ["-f", "--", `-p ${vm.sshPort}`], { reject: false })).stdout;

function program(multiplex: boolean): string {
  const index = new URL("../src/index.ts", import.meta.url).href;
  const script = `exec 9>>${lock}; flock -n 9 || exit 1; echo held; exec cat`;
  return `import { openRunner } from ${JSON.stringify(index)};
const runner = await openRunner(${JSON.stringify(vmHost(vm))}, { multiplex: ${multiplex} });
await runner.hold({ argv: ["sh", "-c", ${JSON.stringify(script)}] });
await runner.openTunnel(22);
await runner.run({
  argv: ["sh", "-c", "echo begun; sleep 4244"],
  timeoutMs: Infinity,
  onLine: (line) => console.log(line),
});`;
}

describe.each([true, false])(
  "kill -9 of the process that has a runner (shared: %s)",
  (multiplex) => {
    it("ends on the host what it held and ran, and here the way there", async () => {
      await using folder = await makeTemporaryFolder();
      const owner = spawn(process.execPath, ["--input-type=module", "--eval", program(multiplex)], {
        stdio: ["ignore", "pipe", "inherit"],
        env: { ...process.env, TMPDIR: folder.path },
      });
      const [line] = (await once(createInterface({ input: owner.stdout }), "line")) as [string];
      expect(line).toBe("begun");
      expect(await isLocked()).toBe("locked");
      expect(await sleepers()).not.toBe("");
      expect(await ways()).not.toBe("");

      owner.kill("SIGKILL");
      await expect.poll(isLocked, { timeout: 30_000 }).toBe("");
      await expect.poll(sleepers, { timeout: 30_000 }).toBe("");
      await expect.poll(ways, { timeout: 30_000 }).toBe("");
    });
  },
);
