import { createObject, createObjects } from "./create-objects.ts";
import { errorTexts } from "./error-texts.ts";
import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { formatIpv4 } from "./ipv4-network.ts";
import type { Context, Place } from "./kind.ts";
import { ipAddressKind } from "./kinds/ip-address.ts";
import { ipRangeKind } from "./kinds/ip-range.ts";
import { prefixKind } from "./kinds/prefix.ts";
import { readLimit } from "./list-rows.ts";
import { networkIn } from "./network-field.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import { renderObject } from "./render-object.ts";
import type { Row } from "./store.ts";

/**
 * GET lists free addresses of a prefix or a range, POST takes the next ones: all that are asked
 * for or none.
 */
export function answerAvailableIps(
  { method, query, body }: StandInRequest,
  row: Row,
  place: Place,
): StandInAnswer {
  const free = listFree(row, place);
  if (method === "GET") {
    const listed = free.slice(0, readLimit(query.get("limit")));
    return { status: 200, body: listed.map((address) => ({ family: 4, address, vrf: null })) };
  }
  if (method !== "POST" || query.size > 0) {
    throw new NotModelled(`${method} of available-ips?${query.toString()}`);
  }
  return { status: 201, body: allocate(body, free, { ...place, kind: ipAddressKind }) };
}

function allocate(body: unknown, free: readonly string[], place: Place): unknown {
  const bodies = (Array.isArray(body) ? body : [body ?? {}]) as readonly object[];
  if (bodies.length > free.length) {
    throw new Refusal(409, { detail: errorTexts.exhausted });
  }
  const wanted = bodies.map((item, index) => addressBody(item, free[index] ?? ""));
  return Array.isArray(body)
    ? createObjects(wanted, place).map((row) => renderObject(row, place))
    : renderObject(createObject(wanted[0], place), place);
}

/** The body of the address itself; a `prefix_length` replaces the mask of the prefix. */
function addressBody(
  { prefix_length: wanted, ...body }: { readonly prefix_length?: number },
  free: string,
): Readonly<Record<string, unknown>> {
  return { ...body, address: wanted === undefined ? free : free.replace(/\d+$/, String(wanted)) };
}

function listFree(row: Row, place: Place): readonly string[] {
  const { first, last, prefixLength, isFree } = spaceOf(row, place);
  const taken = new Set(
    place.store.rows(ipAddressKind.path).map(({ values }) => networkIn(values["address"]).address),
  );
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
    .filter((address) => !taken.has(address) && isFree(address))
    .map((address) => `${formatIpv4(address)}/${prefixLength}`);
}

interface Space {
  readonly first: number;
  readonly last: number;
  readonly prefixLength: number;
  readonly isFree: (address: number) => boolean;
}

function spaceOf({ values }: Row, place: Place): Space {
  if (place.kind === ipRangeKind) {
    if (values["mark_populated"] === true) {
      throw new NotModelled("free addresses of a range that is marked as populated");
    }
    const { address: first, prefixLength } = networkIn(values["start_address"]);
    const last = networkIn(values["end_address"]).address;
    return { first, last, prefixLength, isFree: () => true };
  }
  if (place.kind !== prefixKind) {
    throw new NotModelled(`available-ips of ${place.kind.path}`);
  }
  const { first, last, prefixLength } = networkIn(values["prefix"]);
  // The first and the last address of an ordinary network are not for hosts.
  const edge = values["is_pool"] === true || prefixLength > 30 ? 0 : 1;
  const isFree = outsidePopulatedRanges(place);
  return { first: first + edge, last: last - edge, prefixLength, isFree };
}

// Not recorded: of the ranges, NetBox leaves out those that are marked as populated only.
function outsidePopulatedRanges({ store }: Context): (address: number) => boolean {
  const ranges = store
    .rows(ipRangeKind.path)
    .filter(({ values }) => values["mark_populated"] === true)
    .map(({ values }) => [
      networkIn(values["start_address"]).address,
      networkIn(values["end_address"]).address,
    ]);
  return (address) => !ranges.some(([start = 0, end = 0]) => address >= start && address <= end);
}
