import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { downLab, type KeptLab, listLabs, readLab, upLab } from "../src/index.ts";
import { processesIn, waitForNone } from "./lab-processes.ts";

const name = `test-${process.pid}`;

afterAll(async () => {
  await downLab({ name, deleteData: true });
});

async function sites(lab: KeptLab, body?: unknown): Promise<Response> {
  return fetch(`${lab.url}/api/dcim/sites/`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${lab.token.reveal()}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

test("a kept lab lives from up to down and keeps its data, token and port", async () => {
  expect(await readLab({ name })).toMatchObject({ status: "absent", processes: [] });

  const [first, second] = await Promise.all([upLab({ name }), upLab({ name })]);
  expect(first.alreadyRunning).toBe(!second.alreadyRunning);
  expect(second.url).toBe(first.url);
  expect((await sites(first, { name: "Kept", slug: "kept" })).status).toBe(201);
  expect(await readFile(first.tokenFile, "utf8")).toBe(`${first.token.reveal()}\n`);
  expect(await readLab({ name })).toMatchObject({ status: "running", url: first.url });
  expect((await listLabs()).map((lab) => lab.name)).toContain(name);

  expect(await downLab({ name })).toMatchObject({ status: "stopped", processes: [] });
  expect(processesIn(first.folder)).toEqual([]);

  const again = await upLab({ name });
  expect(again).toMatchObject({ alreadyRunning: false, url: first.url, status: "running" });
  expect(again.token.reveal()).toBe(first.token.reveal());
  expect(await (await sites(again)).json()).toMatchObject({
    count: 1,
    results: [{ slug: "kept" }],
  });
});

/** Deletes the lab's folder while it runs; gives the processes that are then without one. */
async function deleteFolder(): Promise<readonly number[]> {
  const { folder } = await readLab({ name });
  const orphans = processesIn(folder);
  expect(orphans.length).toBeGreaterThan(5);
  await rm(folder, { recursive: true, maxRetries: 10 });
  return orphans;
}

/** Gives the id of who got it. */
async function signalSupervisor(signal: NodeJS.Signals): Promise<number> {
  const { processes } = await readLab({ name });
  const pid = processes.find((one) => one.name === "supervisor")?.pid ?? 0;
  process.kill(pid, signal);
  return pid;
}

test("a kept lab whose folder is deleted ends, by itself or at once by a down", async () => {
  const { folder } = await readLab({ name });
  await deleteFolder();
  expect(await waitForNone(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(false);

  await upLab({ name });
  await deleteFolder();
  expect(await downLab({ name })).toMatchObject({ status: "absent", processes: [] });
  expect(processesIn(folder)).toEqual([]);
});

test("a kept lab whose folder is deleted is gone before the next one starts", async () => {
  const { folder } = await upLab({ name });
  // So slow is a supervisor on a busy machine; meanwhile the next lab could have its socket.
  const supervisor = await signalSupervisor("SIGSTOP");
  const orphans = await deleteFolder();
  setTimeout(() => process.kill(supervisor, "SIGCONT"), 5000);
  const next = await upLab({ name });
  const now = processesIn(folder);
  expect(orphans.filter((pid) => now.includes(pid))).toEqual([]);
  expect(next.alreadyRunning).toBe(false);
  expect(await readLab({ name })).toMatchObject({ status: "running", url: next.url });
  expect((await sites(next, { name: "Next", slug: "next" })).status).toBe(201);
});

test("a kept lab whose supervisor was killed is broken, and the next up mends it", async () => {
  const { folder } = await readLab({ name });
  await signalSupervisor("SIGKILL");
  expect(await waitForNone(folder)).toEqual([]);
  expect(await readLab({ name })).toMatchObject({ status: "broken", processes: [] });

  const mended = await upLab({ name });
  expect(await (await sites(mended)).json()).toMatchObject({ count: 1 });

  await downLab({ name });
  await rm(join(folder, "database", "data", "PG_VERSION"));
  await expect(upLab({ name })).rejects.toMatchObject({
    code: "NOT_READY",
    message: "The lab's postgres process ended with code 1",
    hint: expect.stringContaining("is not a valid data directory") as string,
  });
  expect(await waitForNone(folder)).toEqual([]);
  expect(await readLab({ name })).toMatchObject({
    status: "broken",
    failure: "The lab's postgres process ended with code 1",
  });

  expect(await downLab({ name, deleteData: true })).toMatchObject({ status: "absent" });
  expect(processesIn(folder)).toEqual([]);
  expect(existsSync(folder)).toBe(false);
});

test("a name that could leave the folder is refused", async () => {
  await expect(upLab({ name: "../x" })).rejects.toMatchObject({ code: "USAGE" });
});
