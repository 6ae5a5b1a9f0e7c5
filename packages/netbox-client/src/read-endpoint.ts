import type { Connection } from "./connection.ts";
import { iterateObjects } from "./iterate-objects.ts";
import { jsonObjectSchema } from "./json-object.ts";
import type { KnownField, ListOptions, Projected, ProjectedListOptions } from "./list-options.ts";
import { parseBody } from "./parse-body.ts";
import type { Filters } from "./query.ts";
import { readCount } from "./read-count.ts";
import type { ReadResource } from "./resource.ts";

/** What can be read of one kind of object. Every method throws a `NetBoxError`. Safe to repeat. */
export interface ReadEndpoint<Read> {
  /** Below `/api/`, with its trailing slash: `dcim/sites/`. */
  readonly path: string;
  /** The fields that can be asked for alone; undefined where nothing is known of them. */
  readonly fields: readonly string[] | undefined;
  /**
   * Every object that fits the filters, ordered by id, a page at a time. An object that is there
   * all the while comes exactly once, whatever else is made, changed or deleted. A filter that
   * this NetBox would ignore is refused (`NETBOX_UNKNOWN_FILTER`) before anything is sent.
   */
  iterate<Field extends KnownField<Read>>(
    filters: Filters,
    options: ProjectedListOptions<Field>,
  ): AsyncGenerator<Projected<Read, Field>>;
  iterate(filters?: Filters, options?: ListOptions): AsyncGenerator<Read>;
  /** The same as one array. */
  list<Field extends KnownField<Read>>(
    filters: Filters,
    options: ProjectedListOptions<Field>,
  ): Promise<readonly Projected<Read, Field>[]>;
  list(filters?: Filters, options?: ListOptions): Promise<readonly Read[]>;
  /** How many objects fit the filters. */
  count(filters?: Filters, options?: Pick<ListOptions, "allowFilters" | "signal">): Promise<number>;
  /** One object by its id; `NETBOX_NOT_FOUND` when there is none. */
  get(id: number, options?: Pick<ListOptions, "signal">): Promise<Read>;
}

/** Binds the reading half of a resource to a connection. */
export function createReadEndpoint<Read>(
  connection: Connection,
  resource: ReadResource<Read>,
): ReadEndpoint<Read> {
  const { path } = resource;
  const iterate = (filters: Filters = {}, options: ListOptions = {}): AsyncGenerator<Read> =>
    iterateObjects(connection, resource, { filters, options });
  const list = (filters: Filters = {}, options: ListOptions = {}): Promise<readonly Read[]> =>
    Array.fromAsync(iterate(filters, options));
  return {
    path,
    fields: resource.readable,
    iterate: iterate as ReadEndpoint<Read>["iterate"],
    list: list as ReadEndpoint<Read>["list"],
    count: (filters = {}, options = {}) => readCount(connection, path, { filters, options }),
    get: async (id, { signal } = {}) => {
      const { body, requestId } = await connection.request({
        method: "GET",
        path: `${path}${id}/`,
        signal,
      });
      const object = parseBody(jsonObjectSchema, body, { path, requestId });
      return parseBody(resource.read, resource.decode(object), { path, requestId });
    },
  };
}
