import type { Connection } from "./connection.ts";
import { createReadEndpoint, type ReadEndpoint } from "./read-endpoint.ts";
import {
  type AddressBlock,
  blockOfNetwork,
  blockOfRange,
  findFreeAddresses,
} from "./free-addresses.ts";
import type { Filters } from "./query.ts";
import type { ReadResource } from "./resource.ts";
import { resources } from "./resources.ts";

/** What an allocation stays out of although NetBox counts it as free. */
export type LeftOut = "child-prefixes" | "ranges";

/** What is asked of the free addresses of a prefix. */
export interface FreeSpaceWish {
  readonly limit: number;
  readonly leaveOut: readonly LeftOut[];
}

/**
 * The first free addresses of a prefix outside its child prefixes or its ranges. Reserved
 * addresses exist in NetBox and so are never free. Reads all addresses, ranges and child prefixes of
 * the prefix, 1000 a request.
 */
export async function readFreeAddresses(
  connection: Connection,
  prefixId: number,
  { limit, leaveOut }: FreeSpaceWish,
): Promise<readonly string[]> {
  const read = <Read>(resource: ReadResource<Read>): ReadEndpoint<Read> =>
    createReadEndpoint(connection, resource);
  const prefix = await read(resources.prefixes).get(prefixId);
  const within: Filters = { vrf_id: prefix.vrf?.id ?? "null" };
  const [addresses, ranges, children] = await Promise.all([
    read(resources.ipAddresses).list({ ...within, parent: prefix.prefix }, { fields: ["address"] }),
    read(resources.ipRanges).list(
      { ...within, parent: prefix.prefix },
      { fields: ["start_address", "end_address", "mark_populated"] },
    ),
    leaveOut.includes("child-prefixes")
      ? read(resources.prefixes).list({ ...within, within: prefix.prefix }, { fields: ["prefix"] })
      : [],
  ]);
  const closed = ranges.filter((range) => range.mark_populated || leaveOut.includes("ranges"));
  const avoided: readonly AddressBlock[] = [
    ...closed.map((range) => blockOfRange(range.start_address, range.end_address)),
    ...children.map((child) => blockOfNetwork(child.prefix)),
  ];
  const taken = addresses.map(({ address }) => address);
  const use = { prefix: prefix.prefix, isPool: prefix.is_pool, taken, avoided };
  return findFreeAddresses(use, limit);
}
