import { join } from "node:path";
import type { LabContext } from "./lab-context.ts";
import { pythonEnvironment } from "./python-environment.ts";

/** Starts NetBox's background worker. Needs the database. */
export async function startWorker({ installation, paths, services }: LabContext): Promise<void> {
  await services.start({
    name: "worker",
    command: installation.python,
    args: [join(paths.netboxFolder, "python", "run_worker.py")],
    cwd: paths.folder,
    env: pythonEnvironment(paths),
    logFolder: paths.logFolder,
    deathSignal: "KILL",
  });
}
