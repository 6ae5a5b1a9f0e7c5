import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { MultipassError, Secret } from "@multipass-netbox/core";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import type { LoadedConfig } from "./load-config.ts";
import { openLogger } from "./open-logger.ts";
import type { GlobalOptions } from "./global-options.ts";

/**
 * The client of the configured NetBox. `NETBOX_URL` and `NETBOX_TOKEN` win over the
 * configuration, each on its own. Throws `CONFIG_INVALID` when an address or a token is missing.
 */
export async function openClient(
  { config, folder }: LoadedConfig,
  options: GlobalOptions,
): Promise<NetBoxClient> {
  const url = process.env["NETBOX_URL"] ?? config.netbox?.url;
  const tokenFile = config.netbox && resolve(folder, config.netbox.tokenFile);
  const token = process.env["NETBOX_TOKEN"] ?? (tokenFile && (await readToken(tokenFile)));
  if (!url || !token) {
    throw new MultipassError("CONFIG_INVALID", `no ${url ? "token" : "address"} of a NetBox`, {
      hint: "Set NETBOX_URL and NETBOX_TOKEN, or write `netbox: {url, tokenFile}` in the configuration. `multipass-netbox lab up` starts a NetBox on this machine.",
    });
  }
  return createNetBoxClient({
    url,
    token: new Secret(token),
    timeoutMs: options.timeout === undefined ? undefined : options.timeout * 1000,
    logger: openLogger(options),
  });
}

async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new MultipassError("CONFIG_INVALID", `the token file ${file} can't be read`, { cause });
  }
}
