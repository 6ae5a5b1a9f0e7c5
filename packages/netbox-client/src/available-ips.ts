import * as z from "zod";
import type { Connection } from "./connection.ts";
import { NetBoxError } from "./netbox-error.ts";
import { checkBody, parseBody } from "./parse-body.ts";
import { allocationInput } from "./resources/ip-address.ts";

/** A free address of a prefix, with its mask: `192.168.1.1/24`. */
export interface AvailableIp {
  readonly address: string;
}

/** The fields of an address that NetBox chooses: everything but the address. */
export type IpAllocation = z.input<typeof allocationInput>;

const availableSchema = z.array(z.looseObject({ address: z.string() }));

/**
 * The first free addresses of a prefix, at most `limit` (1 to 1000). Child prefixes and
 * address ranges are not left out: NetBox counts their addresses as free.
 */
export async function listAvailableIps(
  connection: Connection,
  prefixId: number,
  limit: number,
): Promise<readonly AvailableIp[]> {
  const path = pathOf(prefixId);
  const { body } = await connection.request({ method: "GET", path, query: { limit } });
  return parseBody(availableSchema, body, { path }).map(({ address }) => ({ address }));
}

/**
 * Allocates the next free addresses, one per body, in one request: all or none. NetBox holds a
 * lock, so two callers never get the same one. `NETBOX_EXHAUSTED` when there are not enough.
 * Not safe to repeat.
 */
export async function allocateIps(
  connection: Connection,
  prefixId: number,
  bodies: readonly IpAllocation[],
): Promise<readonly AvailableIp[]> {
  const path = pathOf(prefixId);
  const checked = bodies.map((body) => checkBody(allocationInput, body, path));
  try {
    const { body } = await connection.request({ method: "POST", path, body: checked });
    return parseBody(availableSchema, body, { path }).map(({ address }) => ({ address }));
  } catch (error) {
    throw error instanceof NetBoxError && error.status === 409
      ? exhausted(bodies.length, error)
      : error;
  }
}

function exhausted(wanted: number, cause: NetBoxError): NetBoxError {
  const { status, requestId } = cause;
  return new NetBoxError("NETBOX_EXHAUSTED", `the prefix has fewer than ${wanted} free addresses`, {
    status,
    requestId,
    cause,
  });
}

function pathOf(prefixId: number): string {
  return `ipam/prefixes/${prefixId}/available-ips/`;
}
