import {
  type AllocatedIp,
  type AvailableIp,
  type IpAllocation,
  readAvailableIps,
  takeAvailableIps,
} from "./available-ips.ts";
import type { Connection } from "./connection.ts";
import { type LeftOut, readFreeAddresses } from "./prefix-space.ts";
import { takeChosenIps } from "./take-chosen-ips.ts";

/** How free addresses are chosen. */
export interface AllocationOptions {
  /** What to stay out of although NetBox counts it as free. Default nothing. */
  readonly leaveOut?: readonly LeftOut[] | undefined;
}

/** How free addresses are listed. */
export interface AvailableIpsOptions extends AllocationOptions {
  /** 1 to 1000. Default 50. */
  readonly limit?: number | undefined;
}

/**
 * The first free addresses of a prefix. Without `leaveOut` NetBox's own list, in which child
 * prefixes and most ranges count as free.
 */
export async function listAvailableIps(
  connection: Connection,
  prefixId: number,
  { limit = 50, leaveOut = [] }: AvailableIpsOptions = {},
): Promise<readonly AvailableIp[]> {
  if (leaveOut.length === 0) {
    return await readAvailableIps(connection, prefixId, limit);
  }
  const free = await readFreeAddresses(connection, prefixId, { limit, leaveOut });
  return free.map((address) => ({ address }));
}

/** What {@link allocateIps} allocates, and where. */
export interface AllocationWish extends AllocationOptions {
  readonly prefixId: number;
  /** One per address. */
  readonly bodies: readonly IpAllocation[];
}

/**
 * Allocates the next free addresses of a prefix, one per body. Without `leaveOut` it is one
 * request under NetBox's own lock, all or none. With it the addresses are chosen here and made by
 * name; one that somebody else took in between is replaced by the next, which rests on NetBox
 * refusing an address twice (`ENFORCE_GLOBAL_UNIQUE`, its default). `NETBOX_EXHAUSTED` when there
 * are not enough, `NETBOX_CONFLICT` when others took the chosen ones five times in a row. Not safe
 * to repeat: `allocateOnce` is.
 */
export async function allocateIps(
  connection: Connection,
  { prefixId, bodies, leaveOut = [] }: AllocationWish,
): Promise<readonly AllocatedIp[]> {
  return leaveOut.length === 0
    ? await takeAvailableIps(connection, prefixId, bodies)
    : await takeChosenIps(connection, { prefixId, bodies, leaveOut });
}
