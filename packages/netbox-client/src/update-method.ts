import * as z from "zod";
import { buildEtag } from "./build-etag.ts";
import { findByIds } from "./find-by-ids.ts";
import type { ItemOutcome } from "./item-outcome.ts";
import { jsonObjectSchema } from "./json-object.ts";
import {
  type BulkContext,
  changedSince,
  failItem,
  gone,
  idOf,
  judgeAnswered,
  judgeFound,
} from "./judge-item.ts";
import { parseBody } from "./parse-body.ts";
import type { BulkItem, BulkMethod } from "./bulk-method.ts";
import { withMessage } from "./with-message.ts";
import type { SeenObject } from "./write-options.ts";

const objectsSchema = z.array(jsonObjectSchema);

/** What was seen of the objects, and whether this NetBox takes its ETags. */
interface Guard {
  readonly seen: ReadonlyMap<number, SeenObject>;
  readonly hasIfMatch: boolean;
}

/** PATCH: answered in an order of NetBox's own, and 4.5 leaves out ids that it does not know. */
export function updateMethod<T>(context: BulkContext<T>, guard: Guard): BulkMethod<T> {
  const { connection, path, changelogMessage } = context;
  return {
    path,
    ...(guard.hasIfMatch ? {} : { screen: (items) => findStale(items, context, guard.seen) }),
    send: async (items) => {
      const { body, requestId } = await connection.request({
        method: "PATCH",
        path,
        body: items.map((item) => withMessage(item.body, changelogMessage)),
        ifMatch: guard.hasIfMatch ? etagsOf(items, guard.seen) : undefined,
      });
      const objects = parseBody(objectsSchema, body, { path, requestId });
      const byId = new Map(objects.map((object) => [Number(object["id"]), object]));
      return items.map((item) => {
        const object = byId.get(idOf(item));
        return object
          ? judgeAnswered(item, object, { ...context, requestId })
          : failItem(item, gone);
      });
    },
    look: async (items) => {
      const found = await findByIds(connection, { path, ids: items.map(idOf) });
      return items.map((item) => judgeFound(item, found.get(idOf(item)), context));
    },
  };
}

async function findStale<T>(
  items: readonly BulkItem[],
  { connection, path }: BulkContext<T>,
  seen: ReadonlyMap<number, SeenObject>,
): Promise<ReadonlyMap<BulkItem, ItemOutcome<T>>> {
  const guarded = items.filter((item) => seen.has(idOf(item)));
  const fields = ["id", "last_updated"];
  const found = await findByIds(connection, { path, ids: guarded.map(idOf), fields });
  const isStale = (id: number): boolean =>
    found.get(id)?.["last_updated"] !== seen.get(id)?.last_updated;
  return new Map(
    guarded
      .filter((item) => isStale(idOf(item)))
      .map((item) => [item, failItem(item, found.has(idOf(item)) ? changedSince : gone)]),
  );
}

// Without a guard there are none; with it every object was seen at a time that makes one.
function etagsOf(
  items: readonly BulkItem[],
  seen: ReadonlyMap<number, SeenObject>,
): readonly string[] | undefined {
  const etags = items.flatMap((item) => buildEtag(seen.get(idOf(item))?.last_updated ?? "") ?? []);
  return seen.size === 0 ? undefined : etags;
}
