import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { injectThrowAwayVm, standIns } from "@multipass-netbox/testkit/throw-away-vm";
import { execa } from "execa";
import { beforeEach, expect, test } from "vitest";

const vm = injectThrowAwayVm();

beforeEach(async () => vm.reset());

test("its SSH server shows the pinned key and lets the operator's user in", async () => {
  const { stdout, exitCode } = await ssh("id -un && id -Gn && sudo -n id -un && echo $SHELL");
  expect(exitCode).toBe(0);
  expect(stdout.split("\n")).toEqual(["r2d2helm", "r2d2helm docker", "root", "/bin/bash"]);
});

test("the stand-ins run in their network, and Compose is there", async () => {
  expect(await containers()).toEqual(standIns.toSorted());
  const { stdout } = await ssh("docker compose version --short");
  expect(stdout).toMatch(/^2\./u);
  const page = await vm.exec(["curl", "--silent", "http://127.0.0.1:8000/"]);
  expect(page.stdout).toBe("here\n");
  const neighbour = ["docker", "exec", "multipass-redis", "wget", "-q", "-O", "-"] as const;
  const answer = await vm.exec([...neighbour, "http://multipass-nextjs:8000/"]);
  expect(answer.stdout).toBe("here\n");
});

test("it holds every image of the stack", async () => {
  const { netbox, postgres, valkey } = vm.images;
  const refs = [...Object.values(netbox), ...Object.values(postgres), valkey];
  const format = "{{range .RepoTags}}{{println .}}{{end}}";
  const { stdout } = await vm.exec(["docker", "image", "inspect", "--format", format, ...refs]);
  expect(stdout.split("\n")).toEqual(expect.arrayContaining(refs));
});

test("a reset removes what was made, and makes anew only what was touched", async () => {
  const before = await ids();
  await vm.exec(["sh", "-c", "install -d -o r2d2helm /opt/multipass/docker/netbox/state"]);
  await ssh("docker network create ours && docker volume create netbox-media");
  const image = "$(docker inspect --format '{{.Config.Image}}' multipass-redis)";
  await ssh(`docker run --detach --network ours --name netbox ${image}`);
  await ssh("nohup sleep 1000 >/dev/null 2>&1 &");
  await ssh("docker stop multipass-redis && docker rename multipass-litellm gone");
  await vm.restartStandIn("multipass-nextjs");
  await vm.recreateStandIn("multipass-langfuse");
  expect(await containers()).toContain("netbox");

  await vm.reset();

  expect(await containers()).toEqual(standIns.toSorted());
  const after = await ids();
  const touched = standIns.filter((name) => after.get(name) !== before.get(name));
  expect(touched.toSorted()).toEqual([
    "multipass-langfuse",
    "multipass-litellm",
    "multipass-nextjs",
    "multipass-redis",
  ]);
  const left = await vm.exec(["sh", "-c", "docker volume ls -q; ls /opt/multipass/docker"]);
  expect(left.stdout.split("\n")).toEqual([
    "docker_supabase-db",
    "docker-compose.yml",
    "storage",
    "",
  ]);
  expect((await vm.exec(["docker", "network", "inspect", "ours"])).exitCode).toBe(1);
  expect((await vm.exec(["pgrep", "-u", "r2d2helm", "sleep"])).exitCode).toBe(1);
});

test("another host key is refused, until the pinned one is back", async () => {
  {
    await using rotated = await vm.rotateHostKey();
    expect(rotated.hostKey).toMatch(/^SHA256:/u);
    expect(rotated.hostKey).not.toBe(vm.hostKey);
    const { exitCode, stderr } = await ssh("true");
    expect(exitCode).toBe(255);
    expect(stderr).toContain("Host key verification failed");
  }
  expect((await ssh("true")).exitCode).toBe(0);
});

test("whoever fails to log in may try as often as they like", async () => {
  for (let tries = 0; tries < 8; tries += 1) {
    const { exitCode, stderr } = await ssh("true", "-oPubkeyAuthentication=no");
    expect(exitCode).toBe(255);
    expect(stderr).toContain("Permission denied");
  }
  expect((await ssh("true")).exitCode).toBe(0);
});

test("connections are cut and what they started goes on", async () => {
  const child = spawn("ssh", sshArguments("sleep 1000 & echo begun; wait"));
  const exit = once(child, "exit");
  await once(child.stdout, "data");
  await vm.dropConnections();
  const [exitCode] = (await exit) as [number];
  expect(exitCode).toBe(255);
  expect((await vm.exec(["pgrep", "-u", "r2d2helm", "sleep"])).exitCode).toBe(0);
  expect((await ssh("true")).exitCode).toBe(0);
});

test("nothing gets through to a blocked SSH server", async () => {
  {
    await using _blocked = await vm.blockSsh();
    const { exitCode, stderr } = await ssh("true", "-oConnectTimeout=2");
    expect(exitCode).toBe(255);
    expect(stderr).toContain("timed out");
  }
  expect((await ssh("true")).exitCode).toBe(0);
});

test("a stand-in that flaps is restarted again and again", async () => {
  await vm.flapStandIn("multipass-supabase-meta");
  const format = "--format={{.RestartCount}}";
  await expect
    .poll(
      async () =>
        Number((await vm.exec(["docker", "inspect", format, "multipass-supabase-meta"])).stdout),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(1);
});

test("a VM ends with the process that started it, even by kill -9", async () => {
  const script = fileURLToPath(new URL("../../../scripts/vm.ts", import.meta.url));
  const caller = spawn(process.execPath, [script, "--bare"], { stdio: ["ignore", "pipe", "pipe"] });
  const [printed] = (await once(caller.stdout, "data")) as [Buffer];
  const { container } = JSON.parse(printed.toString()) as { readonly container: string };
  expect(await isRunning(container)).toBe(true);
  caller.kill("SIGKILL");
  await expect.poll(async () => isRunning(container), { timeout: 30_000 }).toBe(false);
});

function sshArguments(command: string, ...options: readonly string[]): string[] {
  const { sshPort, user, identityFile, knownHostsFile } = vm;
  const pinned = ["-oStrictHostKeyChecking=yes", `-oUserKnownHostsFile=${knownHostsFile}`];
  const identity = ["-i", identityFile, "-oIdentitiesOnly=yes", "-oBatchMode=yes", "-Fnone"];
  const address = [`-p${sshPort}`, `${user}@127.0.0.1`];
  return [...pinned, ...identity, ...options, ...address, command];
}

async function ssh(command: string, ...options: readonly string[]) {
  return execa("ssh", sshArguments(command, ...options), { reject: false });
}

async function containers(): Promise<readonly string[]> {
  const { stdout } = await vm.exec(["docker", "ps", "--format", "{{.Names}}"]);
  return stdout.trim().split("\n").toSorted();
}

async function ids(): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await vm.exec(["docker", "ps", "--format", "{{.Names}} {{.ID}}"]);
  return new Map(stdout.split("\n").map((line) => line.split(" ") as [string, string]));
}

async function isRunning(container: string): Promise<boolean> {
  const { stdout } = await execa("docker", ["ps", "--format", "{{.Names}}"]);
  return stdout.split("\n").includes(container);
}
