import { resolve } from "node:path";
import { MultipassError } from "@multipass-netbox/core";
import { checkCacheFolder } from "./check-cache-folder.ts";
import { defaultCacheFolder } from "./default-cache-folder.ts";
import type { LabOptions } from "./lab-options.ts";
import { makeFolder } from "./make-folder.ts";
import { defaultNetBoxVersion, netBoxVersions, type NetBoxVersionName } from "./netbox-versions.ts";

/** {@link LabOptions} with the defaults filled in. */
export interface ResolvedOptions extends LabOptions {
  readonly version: NetBoxVersionName;
  readonly port: number;
  readonly worker: boolean;
  readonly cacheFolder: string;
}

/**
 * Fills in the defaults, checks the values, makes the cache folder.
 *
 * @throws MultipassError USAGE for an unknown version or port, LAB_PREREQUISITE for a folder
 *   that can't be used
 */
export async function resolveOptions(options: LabOptions): Promise<ResolvedOptions> {
  const { version = defaultNetBoxVersion, port = 0, worker = false } = options;
  if (!Object.hasOwn(netBoxVersions, version)) {
    const known = Object.keys(netBoxVersions).join(", ");
    throw new MultipassError("USAGE", `There is no lab of NetBox ${version}; known: ${known}`);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new MultipassError("USAGE", `${port} is not a TCP port`);
  }
  const cacheFolder = resolve(options.cacheFolder ?? defaultCacheFolder());
  await checkCacheFolder(cacheFolder);
  await makeFolder(cacheFolder, 0o755);
  return { ...options, version, port, worker, cacheFolder };
}
