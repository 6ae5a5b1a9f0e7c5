import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HostWorkspace, openHostWorkspace, readNeighbours } from "./host-workspace.ts";

const directory = "/opt/multipass/docker/netbox";
const vm = injectThrowAwayVm();
const old = {
  netbox: vm.images.netbox["4.7.0"],
  postgres: vm.images.postgres["4.7.0"],
  valkey: vm.images.valkey,
};
let workspace: HostWorkspace;
let neighbours: Readonly<Record<string, string>>;

beforeAll(async () => {
  await vm.reset();
  workspace = await openHostWorkspace(vm, old);
  neighbours = await readNeighbours(vm);
});

afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

async function onHost(script: string, stdin = ""): Promise<string> {
  const { stdout } = await vm.exec(["sh", "-c", script], { stdin });
  return stdout.trim();
}

async function ask(path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  const text = await onHost(
    `curl -sS -K - ${body === undefined ? "" : `-H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`} http://127.0.0.1:8080/netbox/api/${path}`,
    `header = "Authorization: Bearer ${await onHost(`cat ${directory}/credentials/api_token`)}"\n`,
  );
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

async function succeed(...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await workspace.run(...args);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return stdout;
}

test("a NetBox 4.7.0 with data of somebody", async () => {
  await succeed("deploy", "--yes");
  expect(await ask("dcim/sites/", { name: "Kept", slug: "kept" })).toMatchObject({ slug: "kept" });
});

test("a deploy refuses to change the version, an upgrade refuses what is no step", async () => {
  await workspace.configure({ ...old, netbox: vm.images.netbox["4.7.3"] });
  const deploy = await workspace.run("deploy", "--yes");
  expect(deploy.stderr).toContain(
    "NetBox 4.7.0 runs on the host, and the configuration names 4.7.3",
  );
  expect(deploy.stderr).toContain("upgrade --to 4.7.3");
  const other = await workspace.run("upgrade", "--to", "4.7.2", "--yes");
  expect(other.exitCode).toBe(3);
  expect(other.stderr).toContain("not NetBox 4.7.2");
});

test("an upgrade whose migration fails ends on the old version with the old data", async () => {
  await workspace.configure({ ...old, netbox: vm.images.netbox["4.7.3-broken"] });
  const { exitCode, stderr } = await workspace.run("upgrade", "--to", "4.7.3", "--yes");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Everything is as it was before.");
  expect(await ask("status/")).toMatchObject({ "netbox-version": "4.7.0" });
  expect(await ask("dcim/sites/?slug=kept")).toMatchObject({ count: 1 });
  const migrations = await onHost(
    `docker exec netbox-postgres psql -U netbox -tAc "select count(*) from django_migrations where (app, name) in (('dcim', '0251_fix_ltree_cascade_triggers'))"`,
  );
  expect(migrations).toBe("0");
  expect(await readNeighbours(vm)).toEqual(neighbours);
});

test("an upgrade saves, migrates and keeps the data", async () => {
  await workspace.configure({ ...old, netbox: vm.images.netbox["4.7.3"] });
  const stdout = await succeed("upgrade", "--to", "4.7.3", "--yes");
  expect(stdout).toContain("NetBox 4.7.3");
  expect(await ask("status/")).toMatchObject({ "netbox-version": "4.7.3" });
  expect(await ask("dcim/sites/?slug=kept")).toMatchObject({ count: 1 });
  expect(await succeed("deploy", "--yes")).toContain("Nothing to do");
  expect(await readNeighbours(vm)).toEqual(neighbours);
});

test("a rollback goes back over it, says what is lost, and dumps that first", async () => {
  await ask("dcim/sites/", { name: "Later", slug: "later" });
  const plan = await workspace.run("rollback", "--plan");
  expect(plan.stdout).toMatch(/1 change of objects since (?:are|is) lost/);
  const before = await onHost(`ls ${directory}/backups | wc -l`);
  const name = await onHost("hostname");
  await succeed("rollback", "--yes", "--confirm", name);
  expect(await ask("status/")).toMatchObject({ "netbox-version": "4.7.0" });
  expect(await ask("dcim/sites/")).toMatchObject({ count: 1, results: [{ slug: "kept" }] });
  expect(Number(await onHost(`ls ${directory}/backups | wc -l`))).toBe(Number(before) + 1);
  expect(await readNeighbours(vm)).toEqual(neighbours);
});
