import { behavioursOf } from "./behaviours.ts";
import { buildBodies } from "./build-bodies.ts";
import { checkFields } from "./check-fields.ts";
import type { Connection } from "./connection.ts";
import type { JsonObject } from "./json-object.ts";
import type { Resource } from "./resource.ts";
import type { WriteOptions } from "./write-options.ts";

/** A resource and the NetBox that it is written to. */
export interface Bound<Read, Write> {
  readonly connection: Connection;
  readonly resource: Resource<Read, Write>;
}

/** Which fields are checked, and how. */
interface EncodeOptions extends Pick<WriteOptions, "allowFields"> {
  readonly isChange?: boolean;
}

/**
 * Checks bodies and puts them into the words of this NetBox. Throws `NETBOX_VALIDATION` before
 * anything is sent.
 */
export async function encodeBodies<Read, Write>(
  { connection, resource }: Bound<Read, Write>,
  bodies: readonly JsonObject[],
  { allowFields: allowed = [], isChange = false }: EncodeOptions,
): Promise<readonly JsonObject[]> {
  const schema = isChange ? resource.update : resource.create;
  const checked = buildBodies(bodies, { resource, schema, allowed });
  const behaviours = behavioursOf(await connection.apiVersion());
  const encoded = checked.map(({ fields, extra }) => ({
    ...resource.encode(fields, behaviours),
    ...extra,
  }));
  await checkFields(encoded, { path: resource.path, allowed, connection });
  return encoded;
}
