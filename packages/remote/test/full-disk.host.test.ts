import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { openRunner } from "../src/index.ts";
import { catchError } from "./catch-error.ts";
import { vmHost } from "./vm-host.ts";

const vm = injectThrowAwayVm();
const folder = "/mnt/remote-test";
const path = `${folder}/file`;
const old = "old content\n".repeat(600);

beforeAll(() => vm.reset());

// 24 pages; the old content takes two of them.
const onHost = async (script: string): Promise<string> =>
  (await vm.exec(["sh", "-c", script])).stdout;
beforeEach(() =>
  onHost(`mkdir -p ${folder} && mount -t tmpfs -o size=96k,mode=1777 none ${folder}`),
);
afterEach(() => onHost(`umount ${folder}; rmdir ${folder}`));

it("a file that can't be written over whole holds again what it held", async () => {
  await using runner = await openRunner(vmHost(vm));
  await runner.placeFiles([{ path, content: old, mode: 0o644 }]);
  const inode = await onHost(`stat -c %i ${path}`);
  // Fits beside the file, and then not into it.
  const error = await catchError(runner.rewriteFile({ path, content: "x".repeat(12 * 4096) }));
  expect(error.code).toBe("REMOTE_COMMAND_FAILED");
  expect(error.message).toContain("No space left");
  expect(await onHost(`cat ${path}`)).toBe(old);
  expect(await onHost(`stat -c %i ${path}`)).toBe(inode);
  expect(await onHost(`ls -A ${folder}`)).toBe("file\n");
});

it("a file that finds no room takes no place", async () => {
  await using runner = await openRunner(vmHost(vm));
  await runner.placeFiles([{ path, content: old, mode: 0o644 }]);
  const more = [
    { path, content: "new", mode: 0o644 },
    { path: `${folder}/large`, content: "x".repeat(100_000), mode: 0o644 },
  ];
  const error = await catchError(runner.placeFiles(more));
  expect(error.message).toContain("No space left");
  expect(await onHost(`cat ${path}; ls -A ${folder}`)).toBe(`${old}file\n`);
});
