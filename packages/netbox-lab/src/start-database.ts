import { chown, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { connectDatabase } from "./connect-database.ts";
import { databaseUser } from "./database-user.ts";
import { makeFolder } from "./make-folder.ts";
import { postgresSettings } from "./postgres-settings.ts";
import { runTool } from "./run-tool.ts";
import type { LabContext } from "./lab-context.ts";
import { waitUntil } from "./wait-until.ts";

const env = { LC_ALL: "C.UTF-8", TZ: "UTC" };

/**
 * Starts PostgreSQL and fills it with `fill` unless an earlier start has done so. What an
 * interrupted start left half filled is thrown away.
 */
export async function startDatabase(
  context: LabContext,
  fill: (socketFolder: string) => Promise<void>,
): Promise<void> {
  const { databaseFolder, dataFolder } = context.paths;
  const filledMarker = join(databaseFolder, "filled");
  const isFilled = (await stat(filledMarker).catch(() => undefined)) !== undefined;
  if (!isFilled) await initialize(context);
  await context.services.start({
    name: "postgres",
    command: context.installation.postgres,
    args: ["-D", dataFolder, "-h", "", "-k", databaseFolder, ...postgresSettings(context.isKept)],
    cwd: databaseFolder,
    env,
    logFolder: context.paths.logFolder,
    user: databaseUser(),
    deathSignal: "QUIT",
  });
  await waitUntil(async () => isAnswering(databaseFolder), { ...context, intervalMs: 50 });
  if (isFilled) return;
  await fill(databaseFolder);
  await writeFile(filledMarker, "");
}

async function initialize({ paths, installation, signal }: LabContext): Promise<void> {
  const user = databaseUser();
  await rm(paths.databaseFolder, { recursive: true, force: true });
  await makeFolder(paths.databaseFolder, 0o700);
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(paths.databaseFolder, user.uid, user.gid);
  }
  await runTool({
    ...user,
    command: installation.initdb,
    args: ["-D", paths.dataFolder, "-U", "netbox", ...initdbOptions],
    cwd: paths.databaseFolder,
    env,
    isolated: true,
    purpose: "create the database with initdb",
    signal,
  });
}

// Trust: the only way in is a socket in a folder that is closed to everybody else.
const initdbOptions = [
  "-A trust -E UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C",
  "--no-sync --wal-segsize=1 --no-instructions",
].flatMap((words) => words.split(" "));

async function isAnswering(socketFolder: string): Promise<true | undefined> {
  try {
    await using connection = await connectDatabase(socketFolder, "postgres");
    await connection.query("SELECT 1");
    return true;
  } catch {
    return undefined;
  }
}
