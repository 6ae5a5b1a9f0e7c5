import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { MultipassError, Secret } from "@multipass-netbox/core";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import type { LoadedConfig } from "./load-config.ts";
import { openLogger } from "./open-logger.ts";
import type { GlobalOptions } from "./global-options.ts";

/**
 * The client of the NetBox that `NETBOX_URL` and `NETBOX_TOKEN` name together, else of the
 * configured one. Never mixes the two: a token must not go to an address that it was not given
 * with. Throws `CONFIG_INVALID` when an address or a token is missing.
 */
export async function openClient(
  loaded: LoadedConfig,
  options: GlobalOptions,
): Promise<NetBoxClient> {
  const { url, token } = readEnvironment() ?? (await readConfigured(loaded));
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new MultipassError("CONFIG_INVALID", "the token of NetBox holds a space or worse");
  }
  return createNetBoxClient({
    url,
    token: new Secret(token),
    timeoutMs: options.timeout === undefined ? undefined : options.timeout * 1000,
    logger: openLogger(options),
  });
}

interface Access {
  readonly url: string;
  readonly token: string;
}

function readEnvironment(): Access | undefined {
  const { NETBOX_URL: url, NETBOX_TOKEN: token } = process.env;
  if (!url && !token) {
    return undefined;
  }
  if (!url || !token) {
    const [set, missing] = url ? ["NETBOX_URL", "NETBOX_TOKEN"] : ["NETBOX_TOKEN", "NETBOX_URL"];
    throw new MultipassError("CONFIG_INVALID", `${set} is set and ${missing} is not`, {
      hint: "Set both or neither: a token never goes to an address that it was not given with.",
    });
  }
  return { url, token };
}

async function readConfigured({ config, folder }: LoadedConfig): Promise<Access> {
  if (config.netbox === undefined) {
    throw new MultipassError("CONFIG_INVALID", "no NetBox is named", {
      hint: "Set NETBOX_URL and NETBOX_TOKEN, or write `netbox: {url, tokenFile}` in the configuration. `multipass-netbox lab up` starts a NetBox on this machine.",
    });
  }
  const { url, tokenFile } = config.netbox;
  return { url, token: await readToken(resolve(folder, tokenFile)) };
}

async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new MultipassError("CONFIG_INVALID", `the token file ${file} can't be read`, { cause });
  }
}
