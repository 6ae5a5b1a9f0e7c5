import * as z from "zod";
import type { Connection } from "./connection.ts";
import { findLosses } from "./find-losses.ts";
import { describeFieldErrors, NetBoxError } from "./netbox-error.ts";
import { checkBody, parseBody } from "./parse-body.ts";
import { allocationInput } from "./resources/ip-address.ts";

/** A free address of a prefix, with its mask: `192.168.1.1/24`. */
export interface AvailableIp {
  readonly address: string;
}

/** An address that was allocated. */
export interface AllocatedIp extends AvailableIp {
  readonly id: number;
}

/** The fields of an address that NetBox chooses: everything but the address. */
export type IpAllocation = z.input<typeof allocationInput>;

const availableSchema = z.array(z.looseObject({ address: z.string() }));
const allocatedSchema = z.array(z.looseObject({ id: z.int(), address: z.string() }));

/**
 * The first free addresses of a prefix as NetBox counts them, at most `limit` (1 to 1000): of
 * child prefixes and ranges only those marked as populated are left out.
 */
export async function readAvailableIps(
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
export async function takeAvailableIps(
  connection: Connection,
  prefixId: number,
  bodies: readonly IpAllocation[],
): Promise<readonly AllocatedIp[]> {
  const path = pathOf(prefixId);
  const checked = bodies.map((body) => checkBody(allocationInput, body, path));
  try {
    const answer = await connection.request({ method: "POST", path, body: checked });
    const made = parseBody(allocatedSchema, answer.body, { path, requestId: answer.requestId });
    refuseLosses(checked, made, path);
    return made.map(({ id, address }) => ({ id, address }));
  } catch (error) {
    throw error instanceof NetBoxError && error.status === 409
      ? exhausted(bodies.length, error)
      : error;
  }
}

/** `NETBOX_EXHAUSTED`: the prefix has fewer free addresses than were wanted. */
export function exhausted(wanted: number, cause?: NetBoxError): NetBoxError {
  return new NetBoxError("NETBOX_EXHAUSTED", `the prefix has fewer than ${wanted} free addresses`, {
    status: cause?.status,
    requestId: cause?.requestId,
    cause,
  });
}

function refuseLosses(
  sent: readonly IpAllocation[],
  made: z.output<typeof allocatedSchema>,
  path: string,
): void {
  const losses = made.flatMap((object, index) =>
    findLosses(sent[index] ?? {}, object, { writeOnly: [], allowed: [] }),
  );
  if (losses.length > 0) {
    const addresses = made.map(({ address }) => address).join(", ");
    throw new NetBoxError(
      "NETBOX_NOT_KEPT",
      `${path}: ${addresses} allocated, but ${describeFieldErrors(losses)}`,
    );
  }
}

function pathOf(prefixId: number): string {
  return `ipam/prefixes/${prefixId}/available-ips/`;
}
