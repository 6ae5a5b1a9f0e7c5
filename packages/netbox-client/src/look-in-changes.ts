import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import * as z from "zod";
import type { Connection } from "./connection.ts";
import { parseBody } from "./parse-body.ts";
import { readPages } from "./read-pages.ts";

const longestMessage = 200;

/** A message for the change log that no other request has: by it a request finds itself again. */
export function markMessage(message: string): string {
  const mark = ` [${randomUUID().slice(0, 8)}]`;
  return `${message.slice(0, longestMessage - mark.length)}${mark}`;
}

const changeSchema = z.looseObject({
  id: z.int(),
  message: z.string().nullish(),
  request_id: z.string(),
  changed_object_id: z.int(),
});
const changesSchema = z.looseObject({ results: z.array(changeSchema) });

type CreateChange = z.output<typeof changeSchema>;

/** What to look for: the message of a request, and how many objects it was to make. */
export interface LostRequest {
  readonly message: string;
  readonly count: number;
}

const path = "core/object-changes/";
const filters = { action: "create", fields: "id,message,request_id,changed_object_id" };

// A request whose answer was lost may still be at work.
const waitsMs = [0, 500, 1500, 4000];

/** What a request has made. */
export interface CreatedIds {
  /** In the order of the request; none where it has not made them so far. */
  readonly ids: readonly number[];
  /** NetBox's id of the request, where it has made them. */
  readonly requestId?: string | undefined;
}

/** Looks for what a request has made, in NetBox's change log, again and again for six seconds. */
export async function findCreatedIds(
  connection: Connection,
  { message, count }: LostRequest,
): Promise<CreatedIds> {
  const isOurs = (change: CreateChange): boolean => change.message === message;
  for (const waitMs of waitsMs) {
    await wait(waitMs);
    const latest = (await readLatest(connection)).filter(isOurs);
    const [seen] = latest;
    // What NetBox makes along with an object (a device's interfaces) stands between.
    const made =
      seen && latest.length < count ? await readRequest(connection, seen.request_id) : latest;
    const ours = made.filter(isOurs);
    if (ours.length === count) {
      const ids = ours.toSorted((a, b) => a.id - b.id).map((change) => change.changed_object_id);
      return { ids, requestId: seen?.request_id };
    }
  }
  return { ids: [] };
}

async function readLatest(connection: Connection): Promise<readonly CreateChange[]> {
  const query = { ...filters, ordering: "-id", limit: 1000 };
  const { body } = await connection.request({ method: "GET", path, query });
  return parseBody(changesSchema, body, { path }).results;
}

async function readRequest(connection: Connection, id: string): Promise<readonly CreateChange[]> {
  const pages = readPages(connection, { path, filters: { ...filters, request_id: id } });
  const found = (await Array.fromAsync(pages)).flat();
  return parseBody(z.array(changeSchema), found, { path });
}
