import { type MultipassError, Secret } from "@multipass-netbox/core";
import { bearerToken } from "./api-token.ts";
import { choosePort } from "./choose-port.ts";
import { superuserName } from "./insert-superuser.ts";
import { installNetBox } from "./install-netbox.ts";
import type { LabOptions } from "./lab-options.ts";
import { labPathsAt } from "./lab-paths.ts";
import { readSecrets } from "./lab-secrets.ts";
import { labUrl } from "./lab-state.ts";
import type { NetBoxVersionName } from "./netbox-versions.ts";
import { openSupervisor } from "./open-supervisor.ts";
import { resolveOptions } from "./resolve-options.ts";
import { sweepRuns } from "./sweep-runs.ts";

/** A running NetBox of the caller's own. `await using` stops it. */
export interface NetBoxLab extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/netbox`, without a slash at its end. */
  readonly url: string;
  /** v2 API token of the superuser; send `Authorization: Bearer ${token.reveal()}`. */
  readonly token: Secret;
  /** For the login page. */
  readonly superuser: { readonly name: string; readonly password: Secret };
  readonly version: NetBoxVersionName;
  /** Logs, configuration and data; gone after the end. */
  readonly folder: string;
  /** Resolves, never rejects, when the lab has ended: with why, if nobody stopped it. */
  readonly closed: Promise<MultipassError | undefined>;
  /** Ends all its processes and removes its folder, in a third of a start at most. Safe to repeat. */
  stop(): Promise<void>;
}

/**
 * Starts a real NetBox on a free port of 127.0.0.1, with its own empty database, superuser
 * and token. Installs it first if it isn't installed. It ends with `stop()`, or with this
 * process, however that ends. Safe to run concurrently: every call gives a lab of its own.
 *
 * @throws MultipassError USAGE (options), LAB_PREREQUISITE (this machine can't), LOCK_HELD
 *   (another process installs for more than 10 minutes), NOT_READY (it did not start)
 */
export async function startNetBox(options: LabOptions = {}): Promise<NetBoxLab> {
  const { version, worker, cacheFolder, ...resolved } = await resolveOptions(options);
  await sweepRuns(cacheFolder);
  const port = await choosePort(resolved.port);
  const installation = await installNetBox({ ...resolved, version, worker, cacheFolder });
  const request = { installation, version, cacheFolder, port, worker };
  const { ready, closed, ...supervisor } = await openSupervisor(request, options);
  const stop = async (): Promise<void> => supervisor.stop();
  const access = await readAccess(ready.folder);
  const url = labUrl(ready.port);
  return {
    url,
    ...access,
    version,
    folder: ready.folder,
    closed,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** The credentials of a lab that has been started. */
export async function readAccess(folder: string): Promise<Pick<NetBoxLab, "token" | "superuser">> {
  const secrets = await readSecrets(labPathsAt(folder));
  if (secrets === undefined) throw new Error(`${folder} holds no secrets`);
  const password = new Secret(secrets.password);
  return { token: new Secret(bearerToken(secrets)), superuser: { name: superuserName, password } };
}
