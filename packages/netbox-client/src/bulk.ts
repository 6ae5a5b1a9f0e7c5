import * as z from "zod";
import type { Connection } from "./connection.ts";
import { type JsonObject, jsonObjectSchema } from "./json-object.ts";
import { NetBoxError } from "./netbox-error.ts";
import { parseBody } from "./parse-body.ts";

/** What one bulk request did. */
export interface BulkAnswer<T> {
  /** The objects as NetBox holds them now, in the order of the request. */
  readonly objects: readonly T[];
  readonly requestId: string | undefined;
}

const objectsSchema = z.array(jsonObjectSchema);

/** One POST with a list: all are made or none. */
export async function bulkCreate(
  connection: Connection,
  path: string,
  bodies: readonly JsonObject[],
): Promise<BulkAnswer<JsonObject>> {
  const answer = await connection.request({ method: "POST", path, body: bodies });
  const objects = parseBody(objectsSchema, answer.body, { path, requestId: answer.requestId });
  if (objects.length !== bodies.length) {
    throw incomplete(path, `${objects.length} of ${bodies.length} objects came back`);
  }
  return { objects, requestId: answer.requestId };
}

/**
 * One PATCH with a list: all are changed or none. NetBox answers in an order of its own and
 * 4.5 leaves out ids that it does not know, so the answer is matched by id.
 */
export async function bulkUpdate(
  connection: Connection,
  path: string,
  bodies: readonly (JsonObject & { readonly id: number })[],
): Promise<BulkAnswer<JsonObject>> {
  const answer = await connection.request({ method: "PATCH", path, body: bodies });
  const objects = parseBody(objectsSchema, answer.body, { path, requestId: answer.requestId });
  const byId = new Map(objects.map((object) => [object["id"], object]));
  const ordered = bodies.map(({ id }) => byId.get(id) ?? missing(path, id));
  return { objects: ordered, requestId: answer.requestId };
}

function missing(path: string, id: number): never {
  throw incomplete(path, `the object with id ${id} is gone`);
}

function incomplete(path: string, what: string): NetBoxError {
  return new NetBoxError(
    "NETBOX_NOT_FOUND",
    `${path}: ${what}; the rest of the request was carried out`,
    {
      hint: "Somebody else is changing the same objects. Run the command again: it plans from what is there now.",
    },
  );
}
