import { readFile } from "node:fs/promises";
import type { LabContext } from "./lab-context.ts";
import { portFile } from "./prepare-netbox-folder.ts";
import { pythonEnvironment } from "./python-environment.ts";
import { waitUntil } from "./wait-until.ts";

/**
 * Starts gunicorn and gives its port as soon as it listens. It imports NetBox first, for
 * seconds and without a database, so start it together with the database.
 */
export async function startWeb(context: LabContext): Promise<number> {
  const { installation, paths, services } = context;
  await services.start({
    name: "web",
    command: installation.python,
    args: ["-m", "gunicorn", "-c", "python:gunicorn_lab", "wsgi_lab:application"],
    cwd: paths.folder,
    env: pythonEnvironment(paths),
    logFolder: paths.logFolder,
    deathSignal: "KILL",
  });
  return waitUntil(async () => readPort(portFile(paths)), { ...context, intervalMs: 50 });
}

async function readPort(file: string): Promise<number | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : Number(text);
}
