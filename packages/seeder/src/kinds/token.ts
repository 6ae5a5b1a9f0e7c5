import * as z from "zod";
import { addressWithMask, nameList, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { plain, reference, time, unordered } from "../field-codecs.ts";
import { defineMarkedKind, markedText, unmarkedDescription } from "../marked-kind.ts";
import { secretOutput } from "../secret-reference.ts";
import { usernameOf } from "./user.ts";

/**
 * A token of a user, of NetBox's own making (version 2). NetBox tells its value once; it is put
 * into `token_file`. A description tells one token of a user from another.
 */
export const tokenKind = defineMarkedKind({
  name: "token",
  collection: "tokens",
  objectType: "users.token",
  schema: z.strictObject({
    user: text(150),
    description: markedText,
    token_file: text(4096).optional(),
    write_enabled: z.boolean().optional(),
    enabled: z.boolean().optional(),
    expires: z.iso.datetime({ offset: true }).optional(),
    allowed_ips: nameList(addressWithMask).optional(),
  }),
  endpoint: (client) => client.tokens,
  fields: {
    user: reference("user", { kind: "user", keyOf: usernameOf }),
    token_file: secretOutput,
    write_enabled: plain("write_enabled"),
    enabled: plain("enabled"),
    expires: time("expires"),
    allowed_ips: unordered("allowed_ips"),
  },
  entryKey: ({ user, description }) => `${String(user)}/${String(description)}`,
  objectKey: (object) =>
    `${usernameOf(object["user"] as NetBoxObject)}/${unmarkedDescription(object)}`,
  readsAfter: "user",
  filters: ({ entries, idsOf }) => {
    const ids = idsOf(
      "user",
      entries.map(({ user }) => String(user)),
    );
    return ids.length === 0 ? undefined : { user_id: ids };
  },
});
