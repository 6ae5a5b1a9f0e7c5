import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { jsonMap, nameList, nameText, objectTypes, text } from "../entry-schemas.ts";
import { plain, unordered } from "../field-codecs.ts";
import { defineMarkedKind, markedText } from "../marked-kind.ts";
import { namedKind } from "./named-kind.ts";

// Whoever writes these runs code in NetBox or has it call any address: only an operator may.
const unwritable = new Set([
  "core.managedfile",
  "extras.configtemplate",
  "extras.eventrule",
  "extras.exporttemplate",
  "extras.script",
  "extras.scriptmodule",
  "extras.webhook",
]);

const writing = new Set(["add", "change", "delete"]);

/** What its users and groups may do. They point to it; it does not point to them. */
export const objectPermissionKind = defineMarkedKind({
  name: "object-permission",
  collection: "permissions",
  objectType: "users.objectpermission",
  schema: z
    .strictObject({
      name: nameText,
      object_types: objectTypes,
      actions: nameList(text(30)).min(1),
      constraints: z.union([jsonMap, z.array(jsonMap)]).optional(),
      enabled: z.boolean().optional(),
      description: markedText.optional(),
    })
    .superRefine(({ object_types: types, actions }, context) => {
      const forbidden = actions.find((action) => writing.has(action));
      const index = types.findIndex((type) => unwritable.has(type));
      if (forbidden !== undefined && index !== -1) {
        const message = `no seed may give the right to ${forbidden} ${types[index]}`;
        context.addIssue({ code: "custom", path: ["object_types", index], message });
      }
    }),
  dependents: linksBy("permission_id", ["users/users/", "users/groups/"]),
  endpoint: (client) => client.objectPermissions,
  fields: {
    name: plain("name"),
    object_types: unordered("object_types"),
    actions: unordered("actions"),
    constraints: plain("constraints"),
    enabled: plain("enabled"),
  },
  ...namedKind,
});
