import { MultipassError } from "@multipass-netbox/core";
import { behavioursOf } from "./behaviours.ts";
import { checkFilters } from "./check-filters.ts";
import type { Connection } from "./connection.ts";
import type { ListOptions } from "./list-options.ts";
import { parseBody } from "./parse-body.ts";
import type { Filters } from "./query.ts";
import { readPages } from "./read-pages.ts";
import type { ReadResource } from "./resource.ts";
import { suggestWord } from "./suggest-word.ts";

/** What is asked for. */
export interface Wish {
  readonly filters: Filters;
  readonly options: ListOptions;
}

/** Every object that fits, checked against the schema of its kind; see `ReadEndpoint.iterate`. */
export async function* iterateObjects<Read>(
  connection: Connection,
  resource: ReadResource<Read>,
  { filters, options }: Wish,
): AsyncGenerator<Read> {
  const { path, decode } = resource;
  const { fields, allowFilters: allowed = [], pageSize, concurrency, signal } = options;
  await checkFilters(filters, { path, allowed, apiVersion: () => connection.apiVersion(signal) });
  const projection = fields ? await buildProjection(connection, resource, { fields, signal }) : {};
  const schema = fields ? resource.readOnly(fields) : resource.read;
  const wanted = { ...filters, ...projection };
  const pages = readPages(connection, { path, filters: wanted, pageSize, concurrency, signal });
  for await (const page of pages) {
    for (const object of page) {
      yield parseBody(schema, decode(object), { path });
    }
  }
}

async function buildProjection(
  connection: Connection,
  resource: ReadResource<unknown>,
  { fields, signal }: Pick<ListOptions, "signal"> & { readonly fields: readonly string[] },
): Promise<Filters> {
  const { path, readable, project } = resource;
  const unknown = fields.find((name) => readable !== undefined && !readable.includes(name));
  if (unknown !== undefined) {
    throw new MultipassError(
      "USAGE",
      `${path}: no field "${unknown}"${suggestWord(unknown, readable ?? [])}`,
      {
        hint: "NetBox would have answered without it.",
      },
    );
  }
  const behaviours = project && behavioursOf(await connection.apiVersion(signal));
  const asked = behaviours ? fields.flatMap((name) => project(name, behaviours)) : fields;
  return { fields: [...new Set(["id", ...asked])].join(",") };
}
