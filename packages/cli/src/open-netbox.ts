import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { MultipassError, Secret } from "@multipass-netbox/core";
import {
  createNetBoxClient,
  type NetBoxClient,
  type NetBoxClientOptions,
} from "@multipass-netbox/netbox-client";
import type { GlobalOptions } from "./global-options.ts";
import type { LoadedConfig } from "./load-config.ts";
import { openLogger } from "./open-logger.ts";
import { openNetBoxOfHost } from "./open-netbox-of-host.ts";

/** The NetBox to work with. Disposing closes the way there. */
export interface OpenNetBox extends AsyncDisposable {
  readonly client: NetBoxClient;
  /** What plans and receipts are bound to: its address, or the host that it is deployed on. */
  readonly target: string;
}

/** What every client is made with, wherever its NetBox is. */
export type ClientSettings = Pick<NetBoxClientOptions, "timeoutMs" | "logger">;

/**
 * Opens the NetBox that `NETBOX_URL` and `NETBOX_TOKEN` name together, else the one under `netbox` in
 * the configuration, else the one that is deployed on `host`. Never mixes them: a token must not go to
 * an address that it was not given with. Throws `CONFIG_INVALID` when an address or a token is missing.
 */
export async function openNetBox(
  loaded: LoadedConfig,
  options: GlobalOptions,
): Promise<OpenNetBox> {
  const settings = {
    timeoutMs: options.timeout === undefined ? undefined : options.timeout * 1000,
    logger: openLogger(options),
  };
  const access = readEnvironment() ?? (await readConfigured(loaded));
  if (access === undefined) {
    return await openNetBoxOfHost(loaded, settings);
  }
  if (!/^[\x21-\x7e]+$/.test(access.token)) {
    throw new MultipassError("CONFIG_INVALID", "the token of NetBox holds a space or worse");
  }
  const { url, token } = access;
  const client = createNetBoxClient({ url, token: new Secret(token), ...settings });
  return { client, target: client.url, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
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

async function readConfigured({ config, folder }: LoadedConfig): Promise<Access | undefined> {
  if (config.netbox !== undefined) {
    const { url, tokenFile } = config.netbox;
    return { url, token: await readToken(resolve(folder, tokenFile)) };
  }
  if (config.host === undefined) {
    throw new MultipassError("CONFIG_INVALID", "no NetBox is named", {
      hint: "Set NETBOX_URL and NETBOX_TOKEN, or write `netbox: {url, tokenFile}` or `host: {ssh}` in the configuration. `multipass-netbox lab up` starts a NetBox on this machine.",
    });
  }
  return undefined;
}

async function readToken(file: string): Promise<string> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (cause) {
    throw new MultipassError("CONFIG_INVALID", `the token file ${file} can't be read`, { cause });
  }
}
