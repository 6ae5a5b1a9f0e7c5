import { resolve } from "node:path";
import { defaultCacheFolder } from "./default-cache-folder.ts";
import { defaultLabName, type KeptLabOptions } from "./kept-lab-options.ts";
import { keptLabFolder } from "./kept-lab-folder.ts";
import { type LabPaths, labPathsAt } from "./lab-paths.ts";
import { readSecrets } from "./lab-secrets.ts";
import {
  type LabProcess,
  type LabState,
  labUrl,
  readState,
  type ServiceName,
  serviceNames,
} from "./lab-state.ts";
import type { NetBoxVersionName } from "./netbox-versions.ts";
import { isRunning } from "./process-identity.ts";
import { readApiStatus } from "./read-api-status.ts";
import { logFileOf } from "./service.ts";

/**
 * `absent`: never started, or its data deleted. `starting`: not ready yet. `running`: it
 * answers. `stopped`: ended as it should. `broken`: it runs and does not answer, or it ended
 * in another way; {@link upLab} puts it right.
 */
export type LabStatusName = "absent" | "starting" | "running" | "stopped" | "broken";

/** What there is to know of a kept lab, without a secret. */
export interface LabStatus {
  readonly name: string;
  readonly status: LabStatusName;
  /** `http://127.0.0.1:PORT/netbox`; while it runs. */
  readonly url?: string;
  readonly version?: NetBoxVersionName;
  /** Whether it has a background worker. */
  readonly worker?: boolean;
  /** Those that run now. */
  readonly processes: readonly LabProcess[];
  readonly folder: string;
  /** Holds the API token and a line feed; mode 0600. Missing while the lab is absent. */
  readonly tokenFile: string;
  /** What the processes wrote since the last start. */
  readonly logFiles: Readonly<Record<ServiceName, string>>;
  /** Why it broke, if that is known. */
  readonly failure?: string;
}

/**
 * The state of a kept lab, asked of its processes and its API. Changes nothing.
 *
 * @throws MultipassError USAGE when the name can't be one
 */
export async function readLab(options: KeptLabOptions = {}): Promise<LabStatus> {
  const { name = defaultLabName, cacheFolder = defaultCacheFolder() } = options;
  const paths = labPathsAt(keptLabFolder(resolve(cacheFolder), name));
  const state = await readState(paths);
  const common = { name, folder: paths.folder, tokenFile: paths.tokenFile, ...logFilesOf(paths) };
  if (state === undefined) return { ...common, status: "absent", processes: [] };
  const status = await judge(state, paths);
  const { version, worker, port, failure } = state;
  return {
    ...common,
    status,
    version,
    worker,
    processes: state.processes.filter(isRunning),
    ...(status === "running" ? { url: labUrl(port) } : {}),
    ...(failure === undefined ? {} : { failure }),
  };
}

async function judge(state: LabState, paths: LabPaths): Promise<LabStatusName> {
  const isSupervised = state.processes.some((one) => one.name === "supervisor" && isRunning(one));
  if (!isSupervised) return state.phase === "stopped" ? "stopped" : "broken";
  if (state.phase === "starting") return "starting";
  const secrets = await readSecrets(paths);
  const answer = secrets === undefined ? undefined : await readApiStatus(state.port, secrets);
  return answer === undefined ? "broken" : "running";
}

function logFilesOf({ logFolder }: LabPaths): Pick<LabStatus, "logFiles"> {
  const entries = serviceNames.map((name) => [name, logFileOf(logFolder, name)]);
  return { logFiles: Object.fromEntries(entries) as Record<ServiceName, string> };
}
