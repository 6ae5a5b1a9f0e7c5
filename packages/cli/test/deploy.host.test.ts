import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HostWorkspace, openHostWorkspace, readNeighbours } from "./host-workspace.ts";

const directory = "/opt/multipass/docker/netbox";
const vm = injectThrowAwayVm();
const { images } = vm;
let workspace: HostWorkspace;
let neighbours: Readonly<Record<string, string>>;

beforeAll(async () => {
  await vm.reset();
  workspace = await openHostWorkspace(vm, {
    netbox: images.netbox["4.7.3"],
    // The one test that migrates a database from nothing.
    postgres: images.postgres.plain,
    valkey: images.valkey,
  });
  neighbours = await readNeighbours(vm);
});

afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

async function onHost(script: string): Promise<string> {
  const { exitCode, stdout, stderr } = await vm.exec(["sh", "-c", script]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout.trim();
}

test("shows what it would do and changes nothing", async () => {
  const { exitCode, stdout, stderr } = await workspace.run("deploy", "--plan");
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 2 });
  expect(stdout).toContain(`create folder ${directory} (with sudo)`);
  expect(stdout).toContain("create container netbox-worker");
  expect(stdout).toContain("create secret secret_key (made on the host)");
  expect(stdout).toMatch(/14 containers/);
  expect(await onHost("ls /opt/multipass/docker")).not.toContain("netbox");
});

test("deploys from nothing, migrations included, and nobody else notices", async () => {
  const { exitCode, stdout, stderr } = await workspace.run("deploy", "--yes");
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(stdout).toContain("NetBox 4.7.3: http://127.0.0.1:8080/netbox/");
  expect(stdout).toMatch(/\/netbox\/static\/\S+ and its API answer/);
  expect(stdout).toMatch(/14 containers .*: unchanged/);
  expect(await readNeighbours(vm)).toEqual(neighbours);
  const names = ["netbox", "netbox-worker", "netbox-postgres", "netbox-redis"];
  expect(
    await onHost(`docker inspect --format '{{.State.Health.Status}}' ${names.join(" ")}`),
  ).toBe("healthy\nhealthy\nhealthy\nhealthy");
}, 1_500_000);

test("answers through its doors: page, static file, API with the minted v2 token", async () => {
  const page = await onHost("curl -sf http://127.0.0.1:8080/netbox/login/");
  const style = /href="(\/netbox\/static\/[^"]+\.css)/.exec(page)?.[1];
  expect(
    await onHost(
      `curl -sfo /dev/null -w '%{http_code} %{content_type}' http://127.0.0.1:8080${style}`,
    ),
  ).toMatch(/^200 text\/css/);
  const token = await onHost(`cat ${directory}/credentials/api_token`);
  expect(token).toMatch(/^nbt_[A-Za-z0-9]{12}\.[A-Za-z0-9]{40}$/);
  const status = await onHost(
    `printf 'header = "Authorization: Bearer %s"' "$(cat ${directory}/credentials/api_token)" | curl -sf -K - http://127.0.0.1:8080/netbox/api/status/`,
  );
  expect(JSON.parse(status)).toMatchObject({ "netbox-version": "4.7.3" });
  expect(await onHost(`stat -c '%a %U' ${directory}/credentials/api_token`)).toBe("600 r2d2helm");
});

test("has nothing to do the second time, in one round trip over one connection", async () => {
  const before = await onHost("docker ps --no-trunc --format '{{.ID}} {{.CreatedAt}}'");
  const { exitCode, stdout } = await workspace.run("deploy", "--yes");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Nothing to do");
  expect(stdout).toMatch(/\b1 round trip over 1 connection/);
  expect(await onHost("docker ps --no-trunc --format '{{.ID}} {{.CreatedAt}}'")).toBe(before);
});

test("leaves no secret where it could be read", async () => {
  const secrets = (
    await onHost(
      `cd ${directory} && for one in secrets/* credentials/*; do sed 's/^requirepass //; s/^nbt_[^.]*[.]//' "$one"; echo; done`,
    )
  )
    .split("\n")
    .filter((line) => line !== "");
  expect(secrets.length).toBeGreaterThanOrEqual(6);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThanOrEqual(32);
  }
  const places = [
    await onHost("docker inspect $(docker ps -aq)"),
    await onHost("cat /proc/[0-9]*/cmdline | tr '\\0' ' '"),
    await onHost(`cat ${directory}/*.yml ${directory}/env/* ${directory}/configuration/*`),
    await onHost(`find ${directory}/state -type f -exec cat {} +`),
    await onHost(
      "for one in netbox netbox-worker netbox-postgres netbox-redis; do docker logs $one 2>&1; done",
    ),
    readTree(workspace.folder),
    (await workspace.run("status", "--json")).stdout,
    (await workspace.run("deploy", "--plan", "--json", "--verbose")).stdout,
  ];
  for (const secret of secrets) {
    expect(places.filter((text) => text.includes(secret))).toEqual([]);
  }
});

test("keeps an audit of who did what", async () => {
  const lines = (await onHost(`cat ${directory}/state/audit.jsonl`)).split("\n");
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { command: "deploy", result: "begun" },
    { command: "deploy", result: "done" },
  ]);
});

test("tells how it stands, and what a container says", async () => {
  const status = await workspace.run("status");
  expect(status.exitCode).toBe(0);
  expect(status.stdout).toMatch(/netbox-worker.*healthy/);
  const logs = await workspace.run("logs", "netbox-postgres", "--lines", "5");
  expect(logs.exitCode).toBe(0);
  expect(logs.stdout.split("\n").length).toBeGreaterThan(1);
});

async function readToken(): Promise<string> {
  return await onHost(`cat ${directory}/credentials/api_token`);
}

async function askWith(token: string): Promise<string> {
  return await onHost(
    `curl -so /dev/null -w '%{http_code}' -H 'Authorization: Bearer ${token}' http://127.0.0.1:8080/netbox/api/status/`,
  );
}

test("gives the stored token a new value, and NetBox forgets the old one", async () => {
  const old = await readToken();
  const { exitCode, stderr } = await workspace.run("token", "rotate", "--yes");
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  const now = await readToken();
  expect(now).not.toBe(old);
  expect([await askWith(now), await askWith(old)]).toEqual(["200", "403"]);
});

test("is removed on a typed name only, and its volumes stay", async () => {
  const refused = await workspace.run("destroy", "--yes", "--no-backup");
  expect(refused.exitCode).toBe(3);
  const name = await onHost("hostname");
  const { exitCode, stderr } = await workspace.run("destroy", "--no-backup", "--confirm", name);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(await onHost("docker ps -a --format '{{.Names}}' | grep -c '^netbox' || true")).toBe("0");
  expect(await onHost("docker volume ls -q | grep -c '^netbox-'")).toBe("5");
  expect(await readNeighbours(vm)).toEqual(neighbours);
});

function readTree(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}
