import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLabProcesses } from "../src/find-lab-processes.ts";
import { labPathsAt } from "../src/lab-paths.ts";

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "netbox-lab-"));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** A process that runs this script, which does nothing, with these arguments. */
async function run(script: string, args: readonly string[]): Promise<number | undefined> {
  const file = join(folder, script);
  await writeFile(file, `process.stdout.write("runs\\n"); setInterval(() => {}, 1000);`);
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child.pid;
}

test("a lab's supervisor and database are found when its folder is gone, and nobody else", async () => {
  const paths = labPathsAt(join(folder, "labs", "one"));
  const supervisor = await run("supervise.mjs", [paths.folder]);
  const database = await run("postgres.mjs", ["-D", paths.dataFolder]);
  await run("supervise.mjs", [join(folder, "labs", "one-more")]);
  await run("postgres.mjs", ["-D", join(folder, "labs", "one-more", "database", "data")]);
  await run("reader.mjs", [paths.folder, paths.dataFolder]);
  const found = findLabProcesses(paths).map(({ name, pid }) => ({ name, pid }));
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    expect.arrayContaining([
      { name: "supervisor", pid: supervisor },
      { name: "postgres", pid: database },
    ]),
  );
});
