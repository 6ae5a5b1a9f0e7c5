// Runs a command where a Docker daemon answers. When none does, it starts one for the command's
// time, as root, whose images stay in the user's cache folder:
//   node scripts/with-toolchain.mjs node scripts/with-docker.ts COMMAND [ARGUMENT...]
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const longestStartMs = 60_000;
const [, , command = "docker", ...args] = process.argv;

const daemon = answers() ? undefined : await startDaemon();
// The terminal sends Ctrl-C to the command as well: it decides when to end.
process.on("SIGINT", () => {});
const child = spawn(command, args, { stdio: "inherit" });
process.on("SIGTERM", () => child.kill("SIGTERM"));
const [code] = (await once(child, "exit")) as [number | null];
process.exitCode = code ?? 1;
if (daemon !== undefined && daemon.exitCode === null) {
  daemon.kill("SIGTERM");
  await once(daemon, "exit");
}

async function startDaemon(): Promise<ChildProcess> {
  const cache = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  const folder = join(cache, "multipass-netbox", "docker");
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, "dockerd.log");
  process.stderr.write(`Starting a Docker daemon, its log is ${logFile}\n`);
  const log = openSync(logFile, "w");
  // setpriv ends it, however this process ends.
  const dockerd = ["--pdeathsig", "TERM", "dockerd", "--data-root", join(folder, "data")];
  const started = spawn("setpriv", dockerd, { stdio: ["ignore", log, log] });
  const deadlineMs = performance.now() + longestStartMs;
  while (!answers()) {
    if (started.exitCode !== null || performance.now() > deadlineMs) {
      started.kill("SIGTERM");
      process.stderr.write(`error: no Docker daemon starts here, see ${logFile}\n`);
      process.stderr.write("hint: as root, apt-get install docker.io\n");
      process.exit(1);
    }
    await sleep(300);
  }
  return started;
}

function answers(): boolean {
  return spawnSync("docker", ["version"], { stdio: "ignore" }).status === 0;
}
