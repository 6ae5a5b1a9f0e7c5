import { join } from "node:path";
import { MultipassError } from "@multipass-netbox/core";

/** The folders and files of one lab. */
export interface LabPaths {
  readonly folder: string;
  /** Who runs and in what state; JSON of {@link LabState}. */
  readonly stateFile: string;
  /** The API token, mode 0600. */
  readonly tokenFile: string;
  readonly secretsFile: string;
  /** The database's own: its data and its socket. */
  readonly databaseFolder: string;
  readonly dataFolder: string;
  /** NETBOX_ROOT: configuration, media, scripts. */
  readonly netboxFolder: string;
  readonly cacheSocket: string;
  readonly logFolder: string;
}

/** `sun_path` holds 108 bytes with the zero at its end. */
const longestSocketPath = 107;

/**
 * Where everything of a lab is. Pure.
 *
 * @throws MultipassError LAB_PREREQUISITE when a unix socket's path would be too long
 */
export function labPathsAt(folder: string): LabPaths {
  const databaseFolder = join(folder, "database");
  const netboxFolder = join(folder, "netbox");
  const cacheSocket = join(netboxFolder, "cache.sock");
  checkSocketPath(join(databaseFolder, ".s.PGSQL.5432"));
  checkSocketPath(cacheSocket);
  return {
    folder,
    stateFile: join(folder, "state.json"),
    tokenFile: join(netboxFolder, "token"),
    secretsFile: join(netboxFolder, "secrets.json"),
    databaseFolder,
    dataFolder: join(databaseFolder, "data"),
    netboxFolder,
    cacheSocket,
    logFolder: join(folder, "logs"),
  };
}

function checkSocketPath(path: string): void {
  const surplus = Buffer.byteLength(path) - longestSocketPath;
  if (surplus <= 0) return;
  throw new MultipassError(
    "LAB_PREREQUISITE",
    `The path of the socket ${path} is ${surplus} bytes longer than the system allows`,
    { hint: "Choose a shorter cache folder." },
  );
}
