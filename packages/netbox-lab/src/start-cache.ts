import type { LabContext } from "./lab-context.ts";

/** Starts Valkey, on a unix socket only and without saving anything. */
export async function startCache({ installation, paths, services }: LabContext): Promise<void> {
  const settings = {
    port: "0",
    unixsocket: paths.cacheSocket,
    unixsocketperm: "700",
    save: "",
    appendonly: "no",
    dir: paths.netboxFolder,
  };
  await services.start({
    name: "valkey",
    command: installation.valkey,
    args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    cwd: paths.folder,
    env: { LC_ALL: "C.UTF-8" },
    logFolder: paths.logFolder,
    deathSignal: "KILL",
  });
}
