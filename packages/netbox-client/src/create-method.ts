import * as z from "zod";
import { findByIds } from "./find-by-ids.ts";
import { type JsonObject, jsonObjectSchema } from "./json-object.ts";
import { type BulkContext, judgeAnswered, judgeFound } from "./judge-item.ts";
import { findCreatedIds, markMessage } from "./look-in-changes.ts";
import { NetBoxError } from "./netbox-error.ts";
import { parseBody } from "./parse-body.ts";
import type { BulkItem, BulkMethod } from "./bulk-method.ts";
import { withMessage } from "./with-message.ts";

const objectsSchema = z.array(jsonObjectSchema);

/** POST: after a lost answer the change log tells what was made, for the kinds that have one. */
export function createMethod<T>(context: BulkContext<T>): BulkMethod<T> {
  const { connection, path, changelogMessage } = context;
  const marks = new Map<BulkItem, string | undefined>();
  return {
    path,
    send: async (items) => {
      const message = changelogMessage === undefined ? undefined : markMessage(changelogMessage);
      for (const item of items) {
        marks.set(item, message);
      }
      const body = items.map((item) => withMessage(item.body, message));
      const answer = await connection.request({ method: "POST", path, body });
      const objects = parseBody(objectsSchema, answer.body, { path, requestId: answer.requestId });
      if (objects.length !== items.length) {
        throw incomplete(path, `${objects.length} of ${items.length} objects came back`);
      }
      return items.map((item, place) =>
        judgeAnswered(item, objects[place] as JsonObject, {
          ...context,
          requestId: answer.requestId,
        }),
      );
    },
    look: async (items) => {
      const message = marks.get(items[0] as BulkItem);
      const count = items.length;
      const { ids, requestId } =
        message === undefined ? { ids: [] } : await findCreatedIds(connection, { message, count });
      const found = await findByIds(connection, { path, ids });
      return items.map((item, place) => {
        const object = found.get(ids[place] ?? 0);
        // It was made by this request: what it does not hold was dropped.
        return object
          ? judgeAnswered(item, object, { ...context, requestId })
          : judgeFound(item, object, context);
      });
    },
  };
}

function incomplete(path: string, what: string): NetBoxError {
  return new NetBoxError("NETBOX_UNEXPECTED_BODY", `${path}: ${what}`, { status: 201 });
}
