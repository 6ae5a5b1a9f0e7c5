import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import { pageSchema } from "./page.ts";
import { parseBody } from "./parse-body.ts";
import type { Filters } from "./query.ts";

// NetBox's own ceiling (MAX_PAGE_SIZE); a server with a lower one just gives shorter pages.
const pageSize = 1000;

/**
 * Every object that fits the filters, in the order of their ids. Pages by offsets of our own:
 * the address in `next` is the gateway's guess.
 */
export async function listObjects(
  connection: Connection,
  path: string,
  filters: Filters,
): Promise<readonly JsonObject[]> {
  const objects: JsonObject[] = [];
  for (;;) {
    const query = { ...filters, ordering: "id", limit: pageSize, offset: objects.length };
    const answer = await connection.request({ method: "GET", path, query });
    const page = parseBody(pageSchema, answer.body, { path, requestId: answer.requestId });
    objects.push(...page.results);
    if (page.results.length === 0 || objects.length >= page.count) {
      return objects;
    }
  }
}
