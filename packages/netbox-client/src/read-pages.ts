import { behavioursOf } from "./behaviours.ts";
import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import type { ListOptions } from "./list-options.ts";
import { NetBoxError } from "./netbox-error.ts";
import { type Page, pageSchema } from "./page.ts";
import { parseBody } from "./parse-body.ts";
import type { Filters } from "./query.ts";
import { readInOrder } from "./read-in-order.ts";
import { type IdRange, splitIdRange } from "./split-id-range.ts";

// NetBox's own ceiling (MAX_PAGE_SIZE); it cuts a larger wish in silence.
const largestPage = 1000;

/** A list that is asked for. */
export interface ListRequest extends Pick<ListOptions, "pageSize" | "concurrency" | "signal"> {
  readonly path: string;
  readonly filters: Filters;
}

/**
 * The pages of a list, ordered by id. Each page begins after the last id of the one before, so an
 * object that is there from the first request to the last comes exactly once, whatever is made,
 * changed or deleted meanwhile; by offsets, each deletion would skip one. Holds one page, or as
 * many as `concurrency` says.
 */
export async function* readPages(
  connection: Connection,
  list: ListRequest,
): AsyncGenerator<readonly JsonObject[]> {
  const reader = createPageReader(connection, list);
  const first = await reader.readFirst();
  yield first.results;
  const last = lastIdOf(first.results);
  if (last === undefined || first.results.length >= (first.count ?? 0)) {
    return;
  }
  const { concurrency = 1 } = list;
  if (concurrency === 1) {
    yield* reader.readRange({ after: last });
    return;
  }
  const pages = Math.ceil((first.count ?? 0) / first.results.length) - 1;
  const ranges = splitIdRange({ after: last, upTo: await reader.readLastId() }, pages);
  yield* readInOrder(ranges, concurrency, (range) => Array.fromAsync(reader.readRange(range)));
}

interface PageReader {
  readFirst(): Promise<Page>;
  /** The highest id of the list. */
  readLastId(): Promise<number>;
  readRange(range: IdRange): AsyncGenerator<readonly JsonObject[]>;
}

function createPageReader(connection: Connection, list: ListRequest): PageReader {
  const { path, filters, signal, pageSize: limit = largestPage } = list;
  const readPage = async (paging: Filters): Promise<Page> => {
    const query = { ...filters, ...paging };
    const answer = await connection.request({ method: "GET", path, query, signal });
    return parseBody(pageSchema, answer.body, { path, requestId: answer.requestId });
  };
  // A cursor spares NetBox the counting.
  const pagingAfter = async (last: number): Promise<Filters> => {
    const { hasCursor } = behavioursOf(await connection.apiVersion());
    return hasCursor ? { start: last + 1 } : { id__gt: last, ordering: "id" };
  };
  return {
    readFirst: () => readPage({ ordering: "id", limit }),
    readLastId: async () => {
      const { results } = await readPage({ ordering: "-id", limit: 1, fields: "id" });
      return lastIdOf(results) ?? 0;
    },
    readRange: async function* ({ after, upTo }) {
      const end: Filters = upTo === undefined ? {} : { id__lte: upTo };
      for (let last: number | undefined = after; last !== undefined;) {
        const page: Page = await readPage({ ...end, ...(await pagingAfter(last)), limit });
        yield page.results;
        last = isEnd(page) ? undefined : nextAfter(last, page, path);
      }
    },
  };
}

function isEnd({ count, next, results }: Page): boolean {
  return count === null ? typeof next !== "string" : results.length >= count;
}

function nextAfter(last: number, { results }: Page, path: string): number | undefined {
  const next = lastIdOf(results);
  if (next !== undefined && next <= last) {
    throw new NetBoxError(
      "NETBOX_UNEXPECTED_BODY",
      `${path}: the page after id ${last} ends at id ${next}`,
      { hint: "Does this NetBox know the filter id__gt and the order by id?" },
    );
  }
  return next;
}

function lastIdOf(results: readonly JsonObject[]): number | undefined {
  const id = results.at(-1)?.["id"];
  return typeof id === "number" ? id : undefined;
}
