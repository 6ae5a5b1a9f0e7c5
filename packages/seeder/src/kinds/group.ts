import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { nameList, nameText, text } from "../entry-schemas.ts";
import { plain, references } from "../field-codecs.ts";
import { defineMarkedKind, markedText } from "../marked-kind.ts";
import { ownerGroup } from "../ownership.ts";
import type { SeedKind } from "../seed-kind.ts";
import { namedKind, nameOf } from "./named-kind.ts";

/** Names of permissions. */
export const permissionNames = nameList(nameText);

/** A field `permissions` that points to some. */
export const permissionsField = references("permissions", {
  kind: "object-permission",
  keyOf: nameOf,
});

const markedKind = defineMarkedKind({
  name: "group",
  collection: "groups",
  objectType: "users.group",
  schema: z.strictObject({
    name: text(150).refine(
      (name) => name !== ownerGroup.name,
      "the seeder makes this group itself",
    ),
    permissions: permissionNames.optional(),
    description: markedText.optional(),
  }),
  dependents: [
    ...linksBy("group_id", ["users/users/"]),
    ...linksBy("user_group_id", ["users/owners/"]),
  ],
  endpoint: (client) => client.groups,
  fields: { name: plain("name"), permissions: permissionsField },
  ...namedKind,
});

/** A group of users. Of our own the name alone says that it is ours. */
export const groupKind: SeedKind = {
  ...markedKind,
  isOwned: (object) => nameOf(object) === ownerGroup.name || markedKind.isOwned(object),
};
