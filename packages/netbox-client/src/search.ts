import * as z from "zod";
import { checkFilters } from "./check-filters.ts";
import type { Connection } from "./connection.ts";
import { pageSchema } from "./page.ts";
import { parseBody } from "./parse-body.ts";

/** What a search found in one kind of object. */
export interface SearchHits {
  /** The kind's list: `dcim/devices/`. */
  readonly path: string;
  /** How many there are. */
  readonly count: number;
  /** The first of them in the order of their ids, in NetBox's brief form. */
  readonly hits: readonly SearchHit[];
}

/** One object that a search found. */
export interface SearchHit {
  readonly id: number;
  /** NetBox's own name for it. */
  readonly display: string;
}

/** How a search is made. */
export interface SearchOptions {
  /** Lists to search. Default: those in which an operator looks for things. */
  readonly paths?: readonly string[] | undefined;
  /** Hits of each list, 1 to 1000. Default 25. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const defaultPaths = [
  "dcim/devices/",
  "virtualization/virtual-machines/",
  "ipam/ip-addresses/",
  "ipam/prefixes/",
  "ipam/ip-ranges/",
  "ipam/services/",
  "dcim/interfaces/",
  "dcim/sites/",
  "dcim/racks/",
  "tenancy/tenants/",
] as const;

const searchedSchema = z.looseObject({ id: z.int(), display: z.string() });

/**
 * Objects of many kinds that NetBox's own quick search (`q`) finds, all lists asked side by side.
 * Lists without a hit are left out. A text of spaces finds nothing and asks nothing.
 */
export async function searchObjects(
  connection: Connection,
  text: string,
  { paths = defaultPaths, limit = 25, signal }: SearchOptions = {},
): Promise<readonly SearchHits[]> {
  if (text.trim() === "") {
    return [];
  }
  const found = await Promise.all(
    paths.map(async (path) => {
      const query = { q: text, ordering: "id", limit, fields: "id,display" };
      await checkFilters(
        { q: text },
        { path, allowed: [], apiVersion: () => connection.apiVersion(signal) },
      );
      const { body, requestId } = await connection.request({ method: "GET", path, query, signal });
      const { count, results } = parseBody(pageSchema, body, { path, requestId });
      const hits = results.map((object) => parseBody(searchedSchema, object, { path }));
      return {
        path,
        count: count ?? hits.length,
        hits: hits.map(({ id, display }) => ({ id, display })),
      };
    }),
  );
  return found.filter(({ count }) => count > 0);
}
