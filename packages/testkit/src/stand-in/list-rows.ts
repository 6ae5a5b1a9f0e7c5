import { filterRows } from "./filter-rows.ts";
import type { Place } from "./kind.ts";
import { orderRows } from "./order-rows.ts";
import { readProjection } from "./read-projection.ts";

/** One page of a list, as a GET of it answers. */
export function listRows(query: URLSearchParams, place: Place): Readonly<Record<string, unknown>> {
  const rows = orderRows(filterRows(query, place), query.get("ordering"), place);
  const limit = readLimit(query.get("limit"));
  const offset = Math.max(0, Number(query.get("offset") ?? 0));
  const link = (at: number): string => buildLink(query, place, at);
  return {
    count: rows.length,
    next: offset + limit < rows.length ? link(offset + limit) : null,
    previous: offset > 0 ? link(offset - limit) : null,
    results: rows.slice(offset, offset + limit).map(readProjection(query, place)),
  };
}

/** How many objects a request gets: 50 unless it says, 1,000 at most and for 0. */
export function readLimit(text: string | null): number {
  const limit = /^\d+$/.test(text ?? "") ? Number(text) : 50;
  return limit === 0 ? 1000 : Math.min(limit, 1000);
}

function buildLink(query: URLSearchParams, { baseUrl, kind }: Place, offset: number): string {
  const linked = new URLSearchParams(query);
  linked.delete("offset");
  if (offset > 0) {
    linked.set("offset", String(offset));
  }
  // NetBox sorts the parameters, whatever their order was.
  linked.sort();
  return `${baseUrl}/api/${kind.path}?${linked.toString()}`;
}
