import { createObject, createObjects } from "./create-objects.ts";
import { errorTexts } from "./error-texts.ts";
import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { formatIpv4 } from "./ipv4-network.ts";
import type { Context, Place } from "./kind.ts";
import { ipAddressKind } from "./kinds/ip-address.ts";
import { readLimit } from "./list-rows.ts";
import { networkIn } from "./network-field.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import { renderObject } from "./render-object.ts";
import type { Row } from "./store.ts";

/** GET lists free addresses of a prefix, POST takes the next ones: all that are asked for or none. */
export function answerAvailableIps(
  { method, query, body }: StandInRequest,
  prefix: Row,
  context: Context,
): StandInAnswer {
  const free = listFree(prefix, context);
  if (method === "GET") {
    const listed = free.slice(0, readLimit(query.get("limit")));
    return { status: 200, body: listed.map((address) => ({ family: 4, address, vrf: null })) };
  }
  if (method !== "POST") {
    throw new NotModelled(`${method} of available-ips`);
  }
  return { status: 201, body: allocate(body, free, { ...context, kind: ipAddressKind }) };
}

function allocate(body: unknown, free: readonly string[], place: Place): unknown {
  const bodies = (Array.isArray(body) ? body : [body]) as readonly object[];
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

function listFree({ values }: Row, { store }: Context): readonly string[] {
  const { first, last, prefixLength } = networkIn(values["prefix"]);
  const taken = new Set(
    store.rows(ipAddressKind.path).map((row) => networkIn(row.values["address"]).address),
  );
  // The first and the last address of an ordinary network are not for hosts.
  const edge = values["is_pool"] === true || prefixLength > 30 ? 0 : 1;
  const count = last - first + 1 - 2 * edge;
  return Array.from({ length: count }, (_, index) => first + edge + index)
    .filter((address) => !taken.has(address))
    .map((address) => `${formatIpv4(address)}/${prefixLength}`);
}
