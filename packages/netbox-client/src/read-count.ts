import { checkFilters } from "./check-filters.ts";
import type { Connection } from "./connection.ts";
import type { Wish } from "./iterate-objects.ts";
import { pageSchema } from "./page.ts";
import { parseBody } from "./parse-body.ts";

/** How many objects fit the filters. */
export async function readCount(
  connection: Connection,
  path: string,
  { filters, options }: Wish,
): Promise<number> {
  const { allowFilters: allowed = [], signal } = options;
  await checkFilters(filters, { path, allowed, apiVersion: () => connection.apiVersion(signal) });
  const query = { ...filters, limit: 1, fields: "id" };
  const { body, requestId } = await connection.request({ method: "GET", path, query, signal });
  return parseBody(pageSchema, body, { path, requestId }).count ?? 0;
}
