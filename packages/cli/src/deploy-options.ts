import type { ChangeOptions } from "./change-options.ts";
import type { GlobalOptions } from "./global-options.ts";

/** What commands that change a host take besides the global options. */
export interface HostChangeOptions extends ChangeOptions {
  /** The host's name, instead of typing it. */
  readonly confirm?: string;
}

/** What `deploy` takes besides the global options. */
export interface DeployCommandOptions extends HostChangeOptions {
  /** Ends the lock of a run that nobody works at any more. */
  readonly breakLock?: boolean;
}

/** What `upgrade` takes besides the global options. */
export interface UpgradeCommandOptions extends HostChangeOptions {
  /** The version of NetBox. */
  readonly to: string;
}

/** What `destroy` takes besides the global options. */
export interface DestroyCommandOptions extends HostChangeOptions {
  /** Also volumes, secrets and credentials. */
  readonly deleteData?: boolean;
  /** A last backup. */
  readonly backup: boolean;
}

/** What `logs` takes besides the global options. */
export interface LogsCommandOptions extends GlobalOptions {
  readonly follow?: boolean;
  /** Lines of each container to begin with. */
  readonly lines: number;
}
