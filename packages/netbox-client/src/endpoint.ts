import { behavioursOf } from "./behaviours.ts";
import { type BulkAnswer, bulkCreate, bulkUpdate } from "./bulk.ts";
import { checkFilters } from "./check-filters.ts";
import type { Connection } from "./connection.ts";
import { type JsonObject, jsonObjectSchema } from "./json-object.ts";
import { listObjects } from "./list-objects.ts";
import { checkBody, parseBody } from "./parse-body.ts";
import type { Filters } from "./query.ts";
import type { Resource } from "./resource.ts";

/** A change to one object: its id and the fields to change. */
export type Change<Write> = Partial<Write> & { readonly id: number };

/** How a list is asked for. */
export interface ListOptions {
  /** Filters to send although no recorded NetBox knows them: those of a plugin, for example. */
  readonly allowFilters?: readonly string[] | undefined;
}

/** What can be done with one kind of object. Every method throws a `NetBoxError`. */
export interface Endpoint<Read, Write> {
  /**
   * Every object that fits the filters, ordered by id. A filter that this NetBox does not have is
   * refused (`NETBOX_UNKNOWN_FILTER`) before anything is sent. Safe to repeat.
   */
  list(filters?: Filters, options?: ListOptions): Promise<readonly Read[]>;
  /** One object by its id; `NETBOX_NOT_FOUND` when there is none. Safe to repeat. */
  get(id: number): Promise<Read>;
  /** One POST: all objects are made or none. Not safe to repeat. */
  create(bodies: readonly Write[]): Promise<BulkAnswer<Read>>;
  /** One PATCH: all objects are changed or none; fields not named stay. Safe to repeat. */
  update(changes: readonly Change<Write>[]): Promise<BulkAnswer<Read>>;
}

/** Binds a resource to a connection. */
export function createEndpoint<Read, Write>(
  connection: Connection,
  resource: Resource<Read, Write>,
): Endpoint<Read, Write> {
  const { path } = resource;
  const parse = (object: JsonObject): Read =>
    parseBody(resource.read, resource.decode(object), { path });
  const parseAll = ({ objects, requestId }: BulkAnswer<JsonObject>): BulkAnswer<Read> => ({
    objects: objects.map(parse),
    requestId,
  });
  return {
    list: async (filters = {}, { allowFilters: allowed = [] } = {}) => {
      await checkFilters(filters, { path, allowed, apiVersion: () => connection.apiVersion() });
      return (await listObjects(connection, path, filters)).map(parse);
    },
    get: async (id) => parse(await getObject(connection, `${path}${id}/`)),
    create: async (bodies) => {
      const checked = bodies.map((body) => checkBody(resource.create, body, path));
      const behaviours = behavioursOf(await connection.apiVersion());
      const encoded = checked.map((body) => resource.encode(body, behaviours));
      return parseAll(await bulkCreate(connection, path, encoded));
    },
    update: async (changes) => {
      const checked = changes.map((change) => checkChange(resource, change));
      const behaviours = behavioursOf(await connection.apiVersion());
      const encoded = checked.map(({ id, fields }) => ({
        ...resource.encode(fields, behaviours),
        id,
      }));
      return parseAll(await bulkUpdate(connection, path, encoded));
    },
  };
}

function checkChange<Read, Write>(
  resource: Resource<Read, Write>,
  change: Change<Write>,
): { readonly id: number; readonly fields: Partial<Write> } {
  const { id, ...fields } = change;
  return { id, fields: checkBody(resource.update, fields, resource.path) };
}

async function getObject(connection: Connection, path: string): Promise<JsonObject> {
  const { body, requestId } = await connection.request({ method: "GET", path });
  return parseBody(jsonObjectSchema, body, { path, requestId });
}
