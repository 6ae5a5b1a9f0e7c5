import * as z from "zod";
import { defineKind } from "../define-kind.ts";
import { linksBy, listsBy } from "../dependents.ts";
import { nameList, text } from "../entry-schemas.ts";
import type { FieldCodec, NetBoxObject } from "../field-codec.ts";
import { listOf, plain, references, unite } from "../field-codecs.ts";
import { ownerGroup } from "../ownership.ts";
import { secret, secretReference } from "../secret-reference.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { permissionNames, permissionsField } from "./group.ts";
import { nameOf } from "./named-kind.ts";

// Membership in our group says that a user is ours, so that no membership is ever taken away.
const groups: FieldCodec = {
  ...references("groups", { kind: "group", keyOf: nameOf }),
  toEntry: (value) => listOf(value).filter((name) => name !== ownerGroup.name),
  merge: unite,
};

/** The natural key of a user. */
export function usernameOf(user: NetBoxObject | SeedEntry): string {
  return String(user["username"]);
}

/** A user. The password is set when the user is made, and never compared. */
export const userKind = defineKind({
  name: "user",
  collection: "users",
  objectType: "users.user",
  schema: z.strictObject({
    username: text(150).regex(/^[\p{L}\p{N}_.@+-]+$/u, "has letters, digits and @ . + - _ only"),
    password: secretReference.optional(),
    first_name: text(150).optional(),
    last_name: text(150).optional(),
    email: z.email().optional(),
    is_active: z.boolean().optional(),
    groups: nameList(text(150)).optional(),
    permissions: permissionNames.optional(),
  }),
  dependents: [
    ...listsBy("user_id", ["users/tokens/"]),
    ...linksBy("user_id", ["users/owners/", "extras/saved-filters/"]),
  ],
  endpoint: (client) => client.users,
  fields: {
    username: plain("username"),
    password: secret("password"),
    first_name: plain("first_name"),
    last_name: plain("last_name"),
    email: plain("email"),
    is_active: plain("is_active"),
    groups,
    permissions: permissionsField,
  },
  entryKey: usernameOf,
  objectKey: usernameOf,
  filters: ({ entries }) => ({ username: entries.map(usernameOf) }),
  isOwned: (object) => listOf(groups.read(object)).includes(ownerGroup.name),
  ownerFields: (existing = {}) => ({ groups: unite(groups.read(existing), [ownerGroup.name]) }),
});
