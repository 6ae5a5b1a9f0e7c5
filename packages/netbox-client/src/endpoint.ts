import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import { createReadEndpoint, type ReadEndpoint } from "./read-endpoint.ts";
import type { Resource } from "./resource.ts";
import type { BulkResult } from "./run-bulk.ts";
import { createAll, deleteAll, type IdentifiedBody, updateAll } from "./write-objects.ts";
import type { UpdateOptions, WriteOptions } from "./write-options.ts";

/** A change to one object: its id and the fields to change. */
export type Change<Write> = Partial<Write> & { readonly id: number };

/**
 * What can be done with one kind of object. The three writes take any number of items, send them
 * in chunks and give every item an outcome: each chunk is all or nothing in NetBox, but what is
 * refused is left out and the rest sent again. Unless all were done they throw a
 * `NetBoxBulkError` with the outcomes. What NetBox keeps is compared with what was sent; a
 * difference is an error (`NETBOX_NOT_KEPT`).
 */
export interface Endpoint<Read, Write> extends ReadEndpoint<Read> {
  /** The fields that can be written; none where nothing is known of them. */
  readonly writable: readonly string[];
  /** Makes objects. Never repeated blindly: a lost answer is looked for in the change log. */
  create(bodies: readonly Write[], options?: WriteOptions<Read>): Promise<BulkResult<Read>>;
  /** Changes objects; fields not named stay. Safe to repeat. */
  update(
    changes: readonly Change<Write>[],
    options?: UpdateOptions<Read>,
  ): Promise<BulkResult<Read>>;
  /** Deletes objects, and what NetBox deletes with them. An id that is not there is a failure. */
  delete(ids: readonly number[], options?: WriteOptions<undefined>): Promise<BulkResult<undefined>>;
}

/** Binds a resource to a connection. */
export function createEndpoint<Read, Write>(
  connection: Connection,
  resource: Resource<Read, Write>,
): Endpoint<Read, Write> {
  const bound = { connection, resource };
  return {
    ...createReadEndpoint(connection, resource),
    writable: resource.writable,
    create: (bodies, options = {}) => createAll(bound, bodies as readonly JsonObject[], options),
    update: (changes, options = {}) =>
      updateAll(bound, changes as readonly IdentifiedBody[], options),
    delete: (ids, options = {}) => deleteAll(bound, ids, options),
  };
}
