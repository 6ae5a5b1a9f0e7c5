import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LabStep, type NetBoxLab, startNetBox } from "../src/index.ts";
import { installNetBox } from "../src/install-netbox.ts";
import { labPathsAt } from "../src/lab-paths.ts";
import type { LabState } from "../src/lab-state.ts";
import { pythonEnvironment } from "../src/python-environment.ts";
import { resolveOptions } from "../src/resolve-options.ts";
import { processesIn, waitForNone, withChildren } from "./lab-processes.ts";
import { type NetworkSocket, networkSocketsOf } from "./network-sockets.ts";

let lab: NetBoxLab;
let other: NetBoxLab;
const steps: LabStep[] = [];
let startMs: number;

beforeAll(async () => {
  const before = performance.now();
  [lab, other] = await Promise.all([
    startNetBox({ worker: true, onProgress: (step) => steps.push(step) }),
    startNetBox(),
  ]);
  startMs = performance.now() - before;
}, 180_000);

afterAll(async () => {
  await lab?.stop();
  await other?.stop();
});

async function api(of: NetBoxLab, path: string, body?: unknown): Promise<Response> {
  return fetch(`${of.url}/api/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { authorization: `Bearer ${of.token.reveal()}`, "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The cookie of a session of the superuser. */
async function logIn(to: NetBoxLab): Promise<string> {
  const form = await fetch(`${to.url}/login/`);
  const cookie = /csrftoken=[^;]+/u.exec(form.headers.get("set-cookie") ?? "")?.[0] ?? "";
  const [, csrf = ""] = /name="csrfmiddlewaretoken" value="([^"]+)"/u.exec(await form.text()) ?? [];
  const { name, password } = to.superuser;
  const entered = await fetch(`${to.url}/login/`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, referer: `${to.url}/login/` },
    body: new URLSearchParams({
      csrfmiddlewaretoken: csrf,
      username: name,
      password: password.reveal(),
    }),
  });
  expect(entered.status).toBe(302);
  return /sessionid=[^;]+/u.exec(entered.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

async function processesOf(of: NetBoxLab): Promise<LabState["processes"]> {
  const state = await readFile(labPathsAt(of.folder).stateFile, "utf8");
  return (JSON.parse(state) as LabState).processes;
}

describe("a started lab", () => {
  test("is the NetBox that was asked for, with a worker", async () => {
    const response = await api(lab, "status/");
    expect(await response.json()).toMatchObject({
      "netbox-version": "4.7.3",
      "rq-workers-running": 1,
    });
  });

  test("knows its token as the superuser's", async () => {
    const response = await api(lab, "authentication-check/");
    expect(await response.json()).toMatchObject({ id: 1, username: "admin" });
  });

  test("turns away who has no token", async () => {
    expect((await fetch(`${lab.url}/api/dcim/sites/`)).status).toBe(403);
  });

  test("serves the style sheet of its login page", async () => {
    const page = await (await fetch(`${lab.url}/login/`)).text();
    const [, css = ""] = /<link[^>]+href="([^"]+\.css[^"]*)"/u.exec(page) ?? [];
    const response = await fetch(new URL(css, lab.url));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("text/css");
  });

  test("lets the superuser in through the login form", async () => {
    const home = await fetch(`${lab.url}/`, { headers: { cookie: await logIn(lab) } });
    expect(home.status).toBe(200);
    expect(await home.text()).toContain("admin");
  });

  test("listens on its web port only and connects to nothing outside", async () => {
    const cookie = await logIn(lab);
    const { port } = new URL(lab.url);
    const work = Promise.all([
      fetch(`${lab.url}/`, { headers: { cookie } }),
      ...["status/", "dcim/sites/", "extras/dashboard/", "core/jobs/"].map(async (path) =>
        api(lab, path),
      ),
    ]);
    const leaders = (await processesOf(lab)).map(({ pid }) => pid);
    const seen: NetworkSocket[] = [];
    const done = new AbortController();
    void work.finally(() => done.abort());
    do {
      const { listening, others } = networkSocketsOf(withChildren(leaders));
      expect(listening.map(({ local }) => local)).toEqual([`127.0.0.1:${port}`]);
      seen.push(...others);
      await sleep(10);
    } while (!done.signal.aborted);
    expect((await work).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    // The requests of this test, seen from the lab: it does look.
    expect(seen.map(({ local }) => local)).toContain(`127.0.0.1:${port}`);
    expect(seen.filter(({ isInside }) => !isInside)).toEqual([]);
  });

  test("has a database in which every migration of this NetBox is applied", async () => {
    const { python } = await installNetBox(await resolveOptions({}));
    const args = ["-m", "netbox", "migrate", "--check"];
    const env = pythonEnvironment(labPathsAt(lab.folder));
    const { exitCode } = await execa(python, args, { env, extendEnv: false, reject: false });
    expect(exitCode).toBe(0);
  });

  test("told each step's begin and end", () => {
    const ended = steps.filter(({ state }) => state === "ended").map(({ id }) => id);
    expect(ended).toEqual(expect.arrayContaining(["database", "web", "worker"]));
    expect(steps).toHaveLength(ended.length * 2);
  });

  test("keeps its secrets in files of its owner's only and out of every command line", async () => {
    const { tokenFile, secretsFile, netboxFolder } = labPathsAt(lab.folder);
    const files = [tokenFile, secretsFile, join(netboxFolder, "settings.json")];
    const modes = await Promise.all(files.map(async (file) => (await stat(file)).mode & 0o777));
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    const { stdout } = await execa("ps", ["-eo", "args", "-ww"]);
    expect(stdout).not.toContain(lab.token.reveal().split(".")[1]);
    expect(stdout).not.toContain(lab.superuser.password.reveal());
  });
});

test("two labs share nothing, and a stopped one leaves nothing", async () => {
  expect((await api(lab, "dcim/sites/", { name: "Here", slug: "here" })).status).toBe(201);
  const elsewhere = await api(other, "dcim/sites/");
  expect(await elsewhere.json()).toMatchObject({ count: 0 });
  expect(
    (
      await fetch(`${other.url}/api/status/`, {
        headers: { authorization: `Bearer ${lab.token.reveal()}` },
      })
    ).status,
  ).toBe(403);

  const before = performance.now();
  await other.stop();
  // Against a start of the same machine, which may be a busy one.
  expect(performance.now() - before).toBeLessThan(startMs / 3);
  expect(processesIn(other.folder)).toEqual([]);
  expect(existsSync(other.folder)).toBe(false);
  expect(await other.closed).toBeUndefined();
  await other.stop();
  expect((await api(lab, "dcim/sites/")).status).toBe(200);
});

test("a lab one of whose parts dies ends as a whole and says why", async () => {
  const processes = await processesOf(lab);
  process.kill(processes.find(({ name }) => name === "web")?.pid ?? 0, "SIGKILL");
  const failure = await lab.closed;
  expect(failure?.code).toBe("NOT_READY");
  expect(failure?.message).toBe("The lab's web process ended by SIGKILL");
  expect(failure?.hint).toContain("Listening at: http://127.0.0.1:");
  expect(await waitForNone(lab.folder)).toEqual([]);
  expect(existsSync(lab.folder)).toBe(false);
});
