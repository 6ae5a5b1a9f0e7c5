import { type Logger, Secret } from "@multipass-netbox/core";
import type { Dispatcher } from "undici";
import {
  allocateIps,
  type AllocationOptions,
  type AvailableIpsOptions,
  listAvailableIps,
} from "./allocate-ips.ts";
import { allocateOnce, type Claim, type ClaimWish } from "./allocate-once.ts";
import { type AuthenticatedUser, checkAuthentication } from "./authentication.ts";
import type { AllocatedIp, AvailableIp, IpAllocation } from "./available-ips.ts";
import { parseBaseUrl } from "./base-url.ts";
import { type Behaviours, behavioursOf } from "./behaviours.ts";
import { bindEndpoints } from "./bind-endpoints.ts";
import { type Connection, openConnection } from "./connection.ts";
import { createEndpoint, type Endpoint } from "./endpoint.ts";
import { type AnyBody, type AnyObject, createGenericResource } from "./generic-resource.ts";
import { type MintedToken, mintToken, type TokenInput } from "./mint-token.ts";
import { bindNamedMethods } from "./named-methods.ts";
import { type NetBoxStatus, readStatus } from "./status.ts";
import { openTransport } from "./transport.ts";

export interface NetBoxClientOptions {
  /** The address of the user interface with its base path: `http://127.0.0.1:8080/netbox`. */
  readonly url: string;
  /** A version 2 token (`nbt_<key>.<token>`) or a version 1 token (40 characters). */
  readonly token: Secret | string;
  /** How long one request may take. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** How many requests may be under way at once. Default 4. */
  readonly concurrency?: number | undefined;
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
  const { token, timeoutMs = 60_000, concurrency = 4, logger, dispatcher } = options;
  const secret = typeof token === "string" ? new Secret(token) : token;
  const transport = openTransport({
    baseUrl,
    token: secret,
    timeoutMs,
    concurrency,
    logger,
    dispatcher,
  });
  const connection = openConnection(transport);
  const endpoints = bindEndpoints(connection);
  return {
    /** The address without a trailing slash: what plans are bound to. */
    url: baseUrl.href.replace(/\/$/, ""),
    ...endpoints,
    ...bindNamedMethods(connection, endpoints),
    ...bindFunctions(connection),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  };
}

function bindFunctions(connection: Connection) {
  return {
    /**
     * Any list of NetBox's API by its path (`dcim/cables/`), a plugin's too (`plugins/x/y/`). What
     * no recorded version knows must be named: `allowFilters`, `allowFields`.
     */
    endpoint: (path: string): Endpoint<AnyObject, AnyBody> =>
      createEndpoint(connection, createGenericResource(path)),
    /** NetBox's minor version, `4.5`. */
    apiVersion: (): Promise<string> => connection.apiVersion(),
    /** What this NetBox does differently from others. */
    behaviours: async (): Promise<Behaviours> => behavioursOf(await connection.apiVersion()),
    /** {@link readStatus} */
    status: (): Promise<NetBoxStatus> => readStatus(connection),
    /** {@link checkAuthentication} */
    checkAuthentication: (): Promise<AuthenticatedUser> => checkAuthentication(connection),
    /** {@link listAvailableIps} */
    listAvailableIps: (
      prefixId: number,
      options?: AvailableIpsOptions,
    ): Promise<readonly AvailableIp[]> => listAvailableIps(connection, prefixId, options),
    /** {@link allocateIps} */
    allocateIps: (
      prefixId: number,
      bodies: readonly IpAllocation[],
      options: AllocationOptions = {},
    ): Promise<readonly AllocatedIp[]> => allocateIps(connection, { prefixId, bodies, ...options }),
    /** {@link allocateOnce} */
    allocateOnce: (wish: ClaimWish): Promise<Claim> => allocateOnce(connection, wish),
    /** {@link mintToken} */
    mintToken: (input: TokenInput): Promise<MintedToken> => mintToken(connection, input),
  };
}
