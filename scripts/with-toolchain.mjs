// Runs a command of this workspace with the Node and the pnpm that it is built with:
//   node scripts/with-toolchain.mjs vitest run
// Plain JavaScript, because it must run on any Node from 20 on. What is missing comes from the
// npm registry, pinned and verified by toolchain/package-lock.json, into the user's cache folder.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolchain = join(root, "scripts", "toolchain");

const [command, ...commandArgs] = process.argv.slice(2);
if (command === undefined) {
  fail("no command given", "node scripts/with-toolchain.mjs COMMAND [ARGUMENT...]");
}
requireTool("npm", "Install Node.js 20 or later together with npm.");
const tools = findToolchain(installToolchain());
const env = { ...process.env, PATH: buildPath(tools) };
installPackages(tools.pnpm, env);
run(command, commandArgs, env);

function requireTool(tool, remedy) {
  if (spawnSync(tool, ["--version"], { stdio: "ignore" }).status !== 0) {
    fail(`${tool} is missing`, remedy);
  }
}

/** The folder of the pinned tools; filled on the first call, found by content afterwards. */
function installToolchain() {
  const lock = readFileSync(join(toolchain, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex").slice(0, 16);
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "multipass-netbox");
  const folder = join(cache, `toolchain-${digest}`);
  if (!existsSync(folder)) {
    say("Fetching Node 24 and pnpm (once)");
    mkdirSync(cache, { recursive: true });
    fillToolchain(folder, mkdtempSync(join(cache, "toolchain-")));
  }
  return folder;
}

function fillToolchain(folder, temporary) {
  cpSync(toolchain, temporary, { recursive: true });
  const npm = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  try {
    runQuietly("npm", npm, { cwd: temporary, env: process.env });
    renameSync(temporary, folder);
  } catch (error) {
    // Another run may have been faster: its folder is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function findToolchain(folder) {
  const platform = `${process.platform}-${process.arch}`;
  const nodeFolder = join(folder, "node_modules", `node-${platform}`, "bin");
  const pnpm = join(folder, "node_modules", "@pnpm", `exe.${platform}`, "pnpm");
  if (!existsSync(join(nodeFolder, "node")) || !existsSync(pnpm)) {
    fail(
      `there is no pinned toolchain for ${platform}`,
      "Use Linux on x64 or arm64 with glibc, or install Node 24.11 or later and pnpm 12 and call pnpm yourself.",
    );
  }
  return { nodeFolder, pnpm };
}

function buildPath({ nodeFolder, pnpm }) {
  const bin = join(root, "node_modules", ".bin");
  return [nodeFolder, bin, dirname(pnpm), process.env.PATH ?? ""].join(delimiter);
}

function installPackages(pnpm, environment) {
  if (!existsSync(join(root, "node_modules"))) {
    say("Installing the workspace's packages");
  }
  runQuietly(pnpm, ["install", "--frozen-lockfile", "--prefer-offline"], {
    cwd: root,
    // Without a terminal pnpm would ask before it replaces an older node_modules.
    env: { ...environment, CI: "true" },
  });
}

/** Shows what a tool prints only when it fails. */
function runQuietly(tool, toolArgs, options) {
  const { status, stdout, stderr, error } = spawnSync(tool, toolArgs, {
    ...options,
    encoding: "utf8",
  });
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
    fail(
      `${tool} ${toolArgs[0]} did not succeed${error ? `: ${error.message}` : ""}`,
      "Is the npm registry reachable from here? Run the command again once it is.",
    );
  }
}

function run(tool, toolArgs, environment) {
  const child = spawn(tool, toolArgs, { cwd: process.cwd(), env: environment, stdio: "inherit" });
  // The terminal sends Ctrl-C to the child as well: it decides when to end.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => fail(`${tool} can't be started: ${error.message}`, ""));
  child.on("exit", (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 130;
  });
}

function say(line) {
  process.stderr.write(`${line} ...\n`);
}

function fail(problem, remedy) {
  process.stderr.write(`error: ${problem}\n${remedy === "" ? "" : `hint: ${remedy}\n`}`);
  process.exit(1);
}
