import { readFile } from "node:fs/promises";
import { injectThrowAwayVm } from "@multipass-netbox/testkit/throw-away-vm";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type HostWorkspace, openHostWorkspace, readNeighbours } from "./host-workspace.ts";

const directory = "/opt/multipass/docker/netbox";
const vm = injectThrowAwayVm();
const images = {
  netbox: vm.images.netbox["4.7.3"],
  // Migrated when its volume is made: a start then takes a minute, not ten.
  postgres: vm.images.postgres["4.7.3"],
  valkey: vm.images.valkey,
};
let workspace: HostWorkspace;
let neighbours: Readonly<Record<string, string>>;

beforeAll(async () => {
  await vm.reset();
  workspace = await openHostWorkspace(vm, images);
  neighbours = await readNeighbours(vm);
});

afterEach(async () => {
  await workspace.configure(images);
});

afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

async function onHost(script: string): Promise<string> {
  const { stdout } = await vm.exec(["sh", "-c", script]);
  return stdout.trim();
}

/** Nothing of ours but the records of runs, nobody holds the lock, and the neighbours stand still. */
async function expectNothingOfOurs(): Promise<void> {
  expect(await onHost("docker ps -a --format '{{.Names}}' | grep '^netbox'")).toBe("");
  expect(await onHost("docker volume ls -q | grep '^netbox-'")).toBe("");
  expect(await onHost("docker network ls --format '{{.Name}}' | grep multipass-netbox")).toBe("");
  expect(await onHost(`cd ${directory} && find . -type f -not -path './state/*'`)).toBe("");
  await expectUnlockedAndQuiet();
}

async function expectUnlockedAndQuiet(): Promise<void> {
  expect(
    await onHost(`[ ! -e ${directory}/state/lock ] || flock -n ${directory}/state/lock echo free`),
  ).toMatch(/^(?:free)?$/);
  expect(await readNeighbours(vm)).toEqual(neighbours);
}

describe("a first deploy that fails leaves nothing and says why, once", () => {
  test("an image that nobody has", async () => {
    await workspace.configure({
      ...images,
      netbox: "multipass-netbox.invalid/netbox:v4.7.3-5.1.0",
    });
    const { exitCode, stderr } = await workspace.run("deploy", "--yes");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[REMOTE_COMMAND_FAILED]");
    expect(stderr).toContain("multipass-netbox.invalid");
    expect(stderr.match(/error\[/g)).toHaveLength(1);
    await expectNothingOfOurs();
  });

  test("a port that somebody has", async () => {
    await vm.exec([
      "sh",
      "-c",
      "docker run -d --name squatter -p 127.0.0.1:8080:80 --entrypoint sleep $(docker inspect --format '{{.Config.Image}}' multipass-redis) infinity",
    ]);
    try {
      const { exitCode, stderr } = await workspace.run("deploy", "--yes");
      expect(exitCode).toBe(1);
      expect(stderr).toContain("error[PREFLIGHT_FAILED]");
      expect(stderr).toContain("port 8080, which netbox is to publish, is taken by squatter");
    } finally {
      await vm.exec(["docker", "rm", "-f", "squatter"]);
    }
    await expectNothingOfOurs();
  });

  test("a network that is not there", async () => {
    await workspace.configure(images, { network: "no-such-network" });
    const { exitCode, stderr } = await workspace.run("deploy", "--yes");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("the Docker network no-such-network is missing");
    await expectNothingOfOurs();
  });

  test("a disk that is full in the middle of the files", async () => {
    // Enough for the lock, the record and the journal; too little for the files.
    await onHost(
      `mkdir -p ${directory} && mount -t tmpfs -o size=64k tmpfs ${directory} && chown r2d2helm: ${directory}`,
    );
    try {
      const { exitCode, stderr } = await workspace.run("deploy", "--yes");
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/disk/i);
      expect(await onHost(`cd ${directory} && find . -type f -not -path './state/*'`)).toBe("");
      expect(await onHost("docker ps -a --format '{{.Names}}' | grep '^netbox'")).toBe("");
    } finally {
      await onHost(`umount ${directory}`);
    }
    await expectUnlockedAndQuiet();
  });

  test("a NetBox that never becomes healthy", async () => {
    await workspace.configure({ ...images, netbox: vm.images.netbox["4.7.3-broken"] });
    const { exitCode, stderr } = await workspace.run("deploy", "--yes");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[NOT_READY]");
    expect(stderr).toMatch(/netbox was restarted \d times|netbox has ended/);
    expect(stderr).toContain("Everything is as it was before.");
    await expectNothingOfOurs();
  });

  test("Ctrl-C before a container is touched", async () => {
    const command = workspace.start("deploy", "--yes", "--verbose");
    await command.waitFor("Deploy to");
    command.kill("SIGINT");
    const { exitCode, stderr } = await command.result;
    expect(exitCode).toBe(130);
    expect(stderr).toContain("error[INTERRUPTED]");
    await expectNothingOfOurs();
  });
});

describe("while somebody is at work", () => {
  test("a second operator is refused with the name of the first, and may break the lock", async () => {
    const first = workspace.start("deploy", "--yes", "--verbose");
    await first.waitFor("waiting for");
    const second = await workspace.run("deploy", "--yes");
    expect(second.exitCode).toBe(1);
    expect(second.stderr).toMatch(
      /error\[LOCK_HELD\] \S+@\S+ has been working on this host since .+: deploy/,
    );

    const third = workspace.start("deploy", "--break-lock", "--yes", "--verbose");
    await third.waitFor("is broken");
    const broken = await first.result;
    expect(broken.exitCode).toBe(1);
    expect(broken.stderr).toContain("error[LOCK_HELD] somebody broke the lock of this run");

    await third.waitFor("waiting for");
    third.kill("SIGINT");
    const left = await third.result;
    expect(left.exitCode).toBe(130);
    expect(left.stderr).toContain("NetBox goes on starting on the host");
    await expectUnlockedAndQuiet();
  });

  test("the next run finishes what Ctrl-C left to start", async () => {
    const { exitCode, stdout, stderr } = await workspace.run("deploy", "--yes");
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(stdout).toContain("NetBox 4.7.3");
    await expectUnlockedAndQuiet();
  });
});

describe("a later deploy that fails", () => {
  test("puts the old files and containers back", async () => {
    const before = await onHost(
      `cd ${directory} && cat docker-compose.netbox.yml configuration/* env/*`,
    );
    await workspace.configure({ ...images, valkey: "multipass-netbox.invalid/valkey:9" });
    const { exitCode, stderr } = await workspace.run("deploy", "--yes");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("multipass-netbox.invalid");
    expect(
      await onHost(`cd ${directory} && cat docker-compose.netbox.yml configuration/* env/*`),
    ).toBe(before);
    await expectUnlockedAndQuiet();
  });

  test("whose connection is cut half way is finished by the next, or taken back", async () => {
    const compose = `cat ${directory}/docker-compose.netbox.yml`;
    const before = await onHost(compose);
    await workspace.configure(images, { workers: 1 });
    const command = workspace.start("deploy", "--yes", "--verbose");
    await command.waitFor("waiting for");
    await vm.dropConnections();
    const { exitCode, stderr } = await command.result;
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[SSH_UNREACHABLE]");
    expect(stderr).toContain("multipass-netbox rollback");
    await expectUnlockedAndQuiet();
    expect(await onHost(compose)).not.toBe(before);

    const plan = await workspace.run("deploy", "--plan");
    expect(plan.exitCode).toBe(2);
    expect(plan.stdout).toContain("multipass-netbox rollback");

    const back = await workspace.run("rollback", "--yes");
    expect({ exitCode: back.exitCode, stderr: back.stderr }).toMatchObject({ exitCode: 0 });
    expect(await onHost(compose)).toBe(before);
    await expectUnlockedAndQuiet();
  });
});

describe("neighbours", () => {
  test("one that is touched meanwhile is named, and NetBox stays; one that flaps is not blamed", async () => {
    await vm.flapStandIn("multipass-litellm");
    await workspace.configure(images, { workers: 1 });
    const command = workspace.start("deploy", "--yes", "--verbose");
    await command.waitFor("waiting for");
    await vm.restartStandIn("multipass-redis");
    const { exitCode, stderr } = await command.result;
    expect(exitCode).toBe(1);
    expect(stderr).toContain("error[BYSTANDER_CHANGED]");
    expect(stderr).toContain("multipass-redis: restarted");
    expect(stderr).not.toContain("multipass-litellm");
    expect(stderr).toContain("NetBox stays deployed");
    expect(await onHost("docker inspect --format '{{.State.Health.Status}}' netbox")).toBe(
      "healthy",
    );
    const again = await workspace.run("deploy", "--yes");
    expect(again.stdout).toContain("Nothing to do");
  });
});

test("the records on the host tell of every run and how it ended", async () => {
  const audit = await onHost(`cat ${directory}/state/audit.jsonl`);
  const lines = audit.split("\n").map((line) => JSON.parse(line) as { readonly result: string });
  expect(lines.map(({ result }) => result)).toContain("rolled back");
  expect(await readFile(`${workspace.folder}/multipass-netbox.yaml`, "utf8")).toContain(
    "127.0.0.1",
  );
});
