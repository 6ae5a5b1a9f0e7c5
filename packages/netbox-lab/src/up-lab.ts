import { MultipassError } from "@multipass-netbox/core";
import { choosePort } from "./choose-port.ts";
import { endLab } from "./end-lab.ts";
import { holdLock } from "./hold-lock.ts";
import { installNetBox } from "./install-netbox.ts";
import { keptLabFolder } from "./kept-lab-folder.ts";
import { defaultLabName } from "./kept-lab-options.ts";
import type { LabOptions } from "./lab-options.ts";
import { type LabPaths, labPathsAt } from "./lab-paths.ts";
import { labUrl, readState } from "./lab-state.ts";
import { openSupervisor } from "./open-supervisor.ts";
import { type LabStatus, readLab } from "./read-lab.ts";
import { type ResolvedOptions, resolveOptions } from "./resolve-options.ts";
import { type NetBoxLab, readAccess } from "./start-netbox.ts";

/** {@link LabOptions} of a lab that outlives its caller. */
export interface UpLabOptions extends LabOptions {
  /** Default `default`. */
  readonly name?: string | undefined;
}

/** A running kept lab. */
export interface KeptLab extends LabStatus, Pick<NetBoxLab, "token" | "superuser"> {
  readonly url: string;
  /** It ran already and was left as it is, whatever port or worker was asked for. */
  readonly alreadyRunning: boolean;
}

/**
 * Starts a lab that runs until {@link downLab} and keeps its data, token and, if it is still
 * free, its port. If the caller ends before the lab is ready, the lab ends as well. Safe to
 * repeat and to run concurrently: the second call gets the lab of the first.
 *
 * @throws MultipassError as {@link startNetBox}; USAGE also when the lab holds the data of
 *   another version
 */
export async function upLab(options: UpLabOptions = {}): Promise<KeptLab> {
  const { name = defaultLabName } = options;
  const resolved = await resolveOptions(options);
  const { cacheFolder, signal } = resolved;
  const paths = labPathsAt(keptLabFolder(cacheFolder, name));
  const start = async (): Promise<Started> => {
    const { status, url } = await readLab({ name, cacheFolder });
    if (status === "running" && url !== undefined) return { url, alreadyRunning: true };
    return { url: await startKept(paths, resolved), alreadyRunning: false };
  };
  const started = await holdLock(paths.folder, start, { signal });
  const status = await readLab({ name, cacheFolder });
  return { ...status, ...(await readAccess(paths.folder)), ...started };
}

type Started = Pick<KeptLab, "url" | "alreadyRunning">;

async function startKept(paths: LabPaths, options: ResolvedOptions): Promise<string> {
  const { version, cacheFolder, worker } = options;
  await endLab(paths);
  const previous = await readState(paths);
  if (previous !== undefined && previous.version !== version) throw otherVersion(previous.version);
  const port = await choosePort(options.port, previous?.port);
  const installation = await installNetBox(options);
  const request = { installation, version, cacheFolder, port, worker, keptFolder: paths.folder };
  const supervisor = await openSupervisor(request, options);
  supervisor.detach();
  return labUrl(supervisor.ready.port);
}

function otherVersion(version: string): MultipassError {
  return new MultipassError("USAGE", `This lab holds the data of NetBox ${version}`, {
    hint: "Delete its data first, or give the new lab another name.",
  });
}
