import { MultipassError } from "@multipass-netbox/core";
import { behavioursOf } from "./behaviours.ts";
import { buildEtag } from "./build-etag.ts";
import { buildContext, buildMessage } from "./build-context.ts";
import { createMethod } from "./create-method.ts";
import { deleteMethod } from "./delete-method.ts";
import { type Bound, encodeBodies } from "./encode-bodies.ts";
import { findTwins } from "./find-twins.ts";
import type { FailedItem } from "./item-outcome.ts";
import type { JsonObject } from "./json-object.ts";
import type { Resource } from "./resource.ts";
import { type BulkResult, type Foretold, runBulk } from "./run-bulk.ts";
import { updateMethod } from "./update-method.ts";
import type { SeenObject, UpdateOptions, WriteOptions } from "./write-options.ts";

/** A change as a body. */
export type IdentifiedBody = JsonObject & { readonly id: number };

/** See `Endpoint.create`. */
export async function createAll<Read, Write>(
  bound: Bound<Read, Write>,
  bodies: readonly JsonObject[],
  options: WriteOptions<Read>,
): Promise<BulkResult<Read>> {
  const encoded = await encodeBodies(bound, bodies, options);
  const foretold = foretellTwins<Read>(encoded, bound.resource);
  return await runBulk(createMethod(await buildContext(bound, options)), {
    bodies: encoded,
    foretold,
    concurrency: concurrencyOf(bound.resource, options),
    options,
  });
}

/** See `Endpoint.update`. */
export async function updateAll<Read, Write>(
  bound: Bound<Read, Write>,
  changes: readonly IdentifiedBody[],
  options: UpdateOptions<Read>,
): Promise<BulkResult<Read>> {
  const ids = changes.map(({ id }) => id);
  refuseTwice(ids, bound.resource.path);
  const seen = collectSeen(ids, options.ifUnchanged, bound.resource.path);
  const encoded = await encodeBodies(
    bound,
    changes.map(({ id: _id, ...fields }) => fields),
    { ...options, isChange: true },
  );
  const { hasIfMatch } = behavioursOf(await bound.connection.apiVersion());
  return await runBulk(updateMethod(await buildContext(bound, options), { seen, hasIfMatch }), {
    bodies: encoded.map((body, index) => ({ ...body, id: ids[index] as number })),
    foretold: new Map(),
    concurrency: concurrencyOf(bound.resource, options),
    options,
  });
}

/** See `Endpoint.delete`. */
export async function deleteAll<Read, Write>(
  bound: Bound<Read, Write>,
  ids: readonly number[],
  options: WriteOptions<undefined>,
): Promise<BulkResult<undefined>> {
  const { connection, resource } = bound;
  const { path } = resource;
  refuseTwice(ids, path);
  const behaviours = behavioursOf(await connection.apiVersion());
  const changelogMessage = await buildMessage(connection, path, options);
  return await runBulk(deleteMethod({ connection, path, changelogMessage }, behaviours), {
    bodies: ids.map((id) => ({ id })),
    foretold: new Map(),
    concurrency: options.concurrency ?? 1,
    options,
  });
}

function concurrencyOf(
  { writeConcurrency = 1 }: Pick<Resource<unknown, unknown>, "writeConcurrency">,
  { concurrency = writeConcurrency }: Pick<WriteOptions, "concurrency">,
): number {
  return concurrency;
}

function foretellTwins<Read>(
  bodies: readonly JsonObject[],
  { unique = [], mayRepeat }: Pick<Resource<unknown, unknown>, "unique" | "mayRepeat">,
): Foretold<Read> {
  return new Map(
    findTwins(bodies, unique, mayRepeat).map(({ index, first, fields }): [number, FailedItem] => {
      const message = `has the same ${fields.join(" and ")} as item ${first} of this request`;
      return [index, { status: "failed", code: "NETBOX_CONFLICT", message, fieldErrors: [] }];
    }),
  );
}

// NetBox 4.5 obeys the last of two changes to one object and says nothing.
function refuseTwice(ids: readonly number[], path: string): void {
  const seen = new Set<number>();
  const twice = ids.find((id) => seen.size === seen.add(id).size);
  if (twice !== undefined) {
    throw new MultipassError("USAGE", `${path}: id ${twice} stands twice in one request`);
  }
}

function collectSeen(
  ids: readonly number[],
  seen: readonly SeenObject[] | undefined,
  path: string,
): ReadonlyMap<number, SeenObject> {
  const byId = new Map((seen ?? []).map((object) => [object.id, object]));
  // Without a time that makes an ETag the change would be sent unguarded.
  const missing =
    seen && ids.find((id) => buildEtag(byId.get(id)?.last_updated ?? "") === undefined);
  if (missing !== undefined) {
    throw new MultipassError(
      "USAGE",
      `${path}: no time of last_updated is given for id ${missing}`,
      {
        hint: "With ifUnchanged every object to be changed must be there as it was read.",
      },
    );
  }
  return byId;
}
