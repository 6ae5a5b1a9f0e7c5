import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { execa } from "execa";
import { beforeAll, expect, it } from "vitest";
import { openRunner } from "../src/index.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();
const secret = "hunter2-9f31c7";

beforeAll(() => vm.reset());

it("nothing of an input is in the arguments of a process, there or here", async () => {
  await using runner = await openRunner(vmHost(vm));
  const seen: string[] = [];
  const go = Promise.withResolvers<void>();
  const looking = runner.run({
    argv: ["sh", "-c", `read -r line; echo "\${#line}"; ps -eo args=; sleep 2`],
    stdin: `${secret}\n`,
    onLine: (line) => {
      seen.push(line);
      go.resolve();
    },
  });
  await go.promise;
  const here = (await execa("ps", ["-eo", "args="])).stdout;
  const { stdout } = await looking;
  expect(seen[0]).toBe(String(secret.length));
  expect(stdout).toContain("read -r line");
  expect(here).toContain("read -r line");
  expect(stdout + here).not.toContain(secret);
});

it("nobody but their owner can read files while they are put in their places", async () => {
  await using runner = await openRunner(vmHost(vm));
  const folder = (
    await runner.run({ argv: ["mktemp", "-d", "/tmp/remote-test-XXXXXX"] })
  ).stdout.trim();
  await runner.run({ argv: ["chmod", "755", folder] });
  const watch = `cd "$1"; until [ -e stop ]; do
    find . -name '.multipass-*' -perm /077 ! -perm 604; done`;
  const watching = vm.exec(["sh", "-c", watch, "sh", folder]);
  for (let round = 0; round < 10; round += 1) {
    await runner.placeFiles([
      { path: `${folder}/secret`, content: secret.repeat(20_000), mode: 0o600 },
      { path: `${folder}/other`, content: secret, mode: 0o604 },
    ]);
  }
  await runner.run({ argv: ["touch", `${folder}/stop`] });
  expect((await watching).stdout).toBe("");
});
