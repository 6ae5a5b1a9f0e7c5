import { homedir } from "node:os";
import { join } from "node:path";
import { isRoot } from "./database-user.ts";

/** Where labs live when the caller names no folder; see `LabOptions.cacheFolder`. */
export function defaultCacheFolder(): string {
  return isRoot() ? "/var/cache/netbox-lab" : join(homedir(), ".cache", "netbox-lab");
}
