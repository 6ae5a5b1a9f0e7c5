import type { Connection } from "./connection.ts";
import type { Bound } from "./encode-bodies.ts";
import type { BulkContext } from "./judge-item.ts";
import { knownFields } from "./known-fields.ts";
import { parseBody } from "./parse-body.ts";
import type { WriteOptions } from "./write-options.ts";

/** What the bulk methods need to know of a kind and of a call. */
export async function buildContext<Read, Write>(
  { connection, resource }: Bound<Read, Write>,
  options: WriteOptions<Read>,
): Promise<BulkContext<Read>> {
  const { path, read, decode, writeOnly = [] } = resource;
  return {
    connection,
    path,
    parse: (object) => parseBody(read, decode(object), { path }),
    losses: { writeOnly, allowed: options.allowLoss ?? [] },
    changelogMessage: await buildMessage(connection, path, options),
  };
}

/**
 * What stands in NetBox's change log; undefined for users, groups, permissions and tokens, which
 * have none and drop the message in silence.
 */
export async function buildMessage(
  connection: Connection,
  path: string,
  { changelogMessage = "multipass-netbox" }: Pick<WriteOptions, "changelogMessage">,
): Promise<string | undefined> {
  const known = knownFields(path, await connection.apiVersion());
  return known?.has("changelog_message") === false ? undefined : changelogMessage;
}
