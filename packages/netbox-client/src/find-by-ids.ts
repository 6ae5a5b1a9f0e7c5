import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import type { Filters } from "./query.ts";
import { readPages } from "./read-pages.ts";

// 200 ids of ten digits fit into the 4,094 bytes of a request line.
const idsPerRequest = 200;

/** What NetBox holds of these ids now, by id; with `fields`, these fields alone. */
export async function findByIds(
  connection: Connection,
  { path, ids, fields }: { path: string; ids: readonly number[]; fields?: readonly string[] },
): Promise<ReadonlyMap<number, JsonObject>> {
  const found = new Map<number, JsonObject>();
  for (let start = 0; start < ids.length; start += idsPerRequest) {
    const filters: Filters = {
      id: ids.slice(start, start + idsPerRequest),
      ...(fields ? { fields: fields.join(",") } : {}),
    };
    for await (const page of readPages(connection, { path, filters })) {
      for (const object of page) {
        found.set(Number(object["id"]), object);
      }
    }
  }
  return found;
}
