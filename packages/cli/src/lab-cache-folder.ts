import { join } from "node:path";

/**
 * The lab's cache folder where the environment names one. Root keeps the lab's own default:
 * PostgreSQL runs as another user, who can't enter root's home.
 */
export function labCacheFolder(): string | undefined {
  const named = process.env["XDG_CACHE_HOME"];
  return named === undefined || process.getuid?.() === 0 ? undefined : join(named, "netbox-lab");
}
