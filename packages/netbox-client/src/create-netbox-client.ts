import { type Logger, Secret } from "@multipass-netbox/core";
import type { Dispatcher } from "undici";
import { type AuthenticatedUser, checkAuthentication } from "./authentication.ts";
import {
  allocateIps,
  type AvailableIp,
  type IpAllocation,
  listAvailableIps,
} from "./available-ips.ts";
import { parseBaseUrl } from "./base-url.ts";
import { type Connection, openConnection } from "./connection.ts";
import { createEndpoint } from "./endpoint.ts";
import { resources } from "./resources.ts";
import { type NetBoxStatus, readStatus } from "./status.ts";
import { openTransport } from "./transport.ts";

export interface NetBoxClientOptions {
  /** The address of the user interface with its base path: `http://127.0.0.1:8080/netbox`. */
  readonly url: string;
  /** A version 2 token (`nbt_<key>.<token>`) or a version 1 token (40 characters). */
  readonly token: Secret | string;
  /** How long one request may take. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** Gets a line per request at level debug; never a token or a body. */
  readonly logger?: Logger | undefined;
  /** Replaces the connection pool, for tests. The caller closes it. */
  readonly dispatcher?: Dispatcher | undefined;
}

/** Typed access to one NetBox. Close it (`await using`) to let the process end. */
export type NetBoxClient = ReturnType<typeof createNetBoxClient>;

/**
 * A client bound to one NetBox, 4.5 to 4.7: the token goes to that origin only, redirects are
 * never followed, and answers come in English whatever the server's language. Nothing is sent
 * until a method is called. Throws `USAGE` for an address that can't be one.
 */
export function createNetBoxClient(options: NetBoxClientOptions) {
  const baseUrl = parseBaseUrl(options.url);
  const { token, timeoutMs = 60_000, logger, dispatcher } = options;
  const secret = typeof token === "string" ? new Secret(token) : token;
  const transport = openTransport({ baseUrl, token: secret, timeoutMs, logger, dispatcher });
  const connection = openConnection(transport);
  return {
    /** The address without a trailing slash: what plans are bound to. */
    url: baseUrl.href.replace(/\/$/, ""),
    ...bindEndpoints(connection),
    ...bindFunctions(connection),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

function bindEndpoints(connection: Connection) {
  return {
    tags: createEndpoint(connection, resources.tags),
    customFields: createEndpoint(connection, resources.customFields),
    tenantGroups: createEndpoint(connection, resources.tenantGroups),
    tenants: createEndpoint(connection, resources.tenants),
    sites: createEndpoint(connection, resources.sites),
    racks: createEndpoint(connection, resources.racks),
    manufacturers: createEndpoint(connection, resources.manufacturers),
    deviceTypes: createEndpoint(connection, resources.deviceTypes),
    deviceRoles: createEndpoint(connection, resources.deviceRoles),
    devices: createEndpoint(connection, resources.devices),
    interfaces: createEndpoint(connection, resources.interfaces),
    prefixes: createEndpoint(connection, resources.prefixes),
    ipAddresses: createEndpoint(connection, resources.ipAddresses),
    services: createEndpoint(connection, resources.services),
  };
}

function bindFunctions(connection: Connection) {
  return {
    /** NetBox's minor version, `4.5`. */
    apiVersion: (): Promise<string> => connection.apiVersion(),
    /** {@link readStatus} */
    status: (): Promise<NetBoxStatus> => readStatus(connection),
    /** {@link checkAuthentication} */
    checkAuthentication: (): Promise<AuthenticatedUser> => checkAuthentication(connection),
    /** {@link listAvailableIps} */
    listAvailableIps: (prefixId: number, limit = 50): Promise<readonly AvailableIp[]> =>
      listAvailableIps(connection, prefixId, limit),
    /** {@link allocateIps} */
    allocateIps: (
      prefixId: number,
      bodies: readonly IpAllocation[],
    ): Promise<readonly AvailableIp[]> => allocateIps(connection, prefixId, bodies),
  };
}
