import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { defaultCacheFolder } from "../src/default-cache-folder.ts";
import { startNetBox } from "../src/index.ts";
import { installNetBox } from "../src/install-netbox.ts";
import type { LabState } from "../src/lab-state.ts";
import { resolveOptions } from "../src/resolve-options.ts";
import { sweepRuns } from "../src/sweep-runs.ts";
import { processesIn, waitForNone } from "./lab-processes.ts";

const caller = fileURLToPath(new URL("fixtures/caller.ts", import.meta.url));
const folders: string[] = [];

/** An empty cache folder that shares the installations of the default one. */
async function borrowCache(): Promise<string> {
  await installNetBox(await resolveOptions({}));
  const folder = await mkdtemp(`${defaultCacheFolder()}-`);
  folders.push(folder);
  await chmod(folder, 0o755);
  await symlink(join(defaultCacheFolder(), "versions"), join(folder, "versions"));
  return folder;
}

afterAll(async () => {
  for (const folder of folders) {
    for (const pid of processesIn(folder)) process.kill(pid, "SIGKILL");
    await rm(folder, { recursive: true, force: true });
  }
});

describe("a lab whose caller does not stop it", () => {
  test.each([
    ["is killed with -9", ["ready", "end", "worker"], "SIGKILL"],
    ["just ends", ["ready", "end"], undefined],
    ["gets SIGINT half way", ["database ended", "end"], "SIGINT"],
    ["throws half way", ["database ended", "throw"], undefined],
  ] as const)("leaves nothing when the caller %s", async (_, args, signal) => {
    const folder = await borrowCache();
    const child = spawn(process.execPath, [caller, folder, ...args], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    await once(child.stdout, "data");
    expect(processesIn(folder).length).toBeGreaterThan(2);
    if (signal === undefined) child.stdin.end();
    else child.kill(signal);
    expect(await waitForNone(folder)).toEqual([]);
    expect(await readdir(join(folder, "runs"))).toEqual([]);
  });
});

test("no process outlives a supervisor killed with -9, and a sweep removes its folder", async () => {
  await using lab = await startNetBox({ worker: true });
  const { folder, closed } = lab;
  const state = JSON.parse(await readFile(join(folder, "state.json"), "utf8")) as LabState;
  const supervisor = state.processes.find(({ name }) => name === "supervisor");
  // The supervisor, Valkey, gunicorn and its workers, PostgreSQL and its own, RQ and its scheduler.
  expect(processesIn(folder).length).toBeGreaterThan(10);

  await sweepRuns(defaultCacheFolder());
  expect(existsSync(folder)).toBe(true);

  process.kill(supervisor?.pid ?? 0, "SIGKILL");
  expect(await waitForNone(folder)).toEqual([]);
  expect(await closed).toMatchObject({ message: "The lab's supervisor was killed" });
  expect(existsSync(folder)).toBe(true);
  await sweepRuns(defaultCacheFolder());
  expect(existsSync(folder)).toBe(false);
});

test("a start that is aborted half way leaves nothing and gives the reason", async () => {
  const cacheFolder = await borrowCache();
  const abort = new AbortController();
  const start = startNetBox({
    cacheFolder,
    signal: abort.signal,
    onProgress: ({ id, state }) => {
      if (id === "database" && state === "ended") abort.abort(new Error("changed my mind"));
    },
  });
  await expect(start).rejects.toThrow("changed my mind");
  expect(processesIn(cacheFolder)).toEqual([]);
  expect(await readdir(join(cacheFolder, "runs"))).toEqual([]);
});
