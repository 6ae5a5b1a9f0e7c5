import * as z from "zod";
import { choice, growingSet, plain } from "../field-codecs.ts";
import { descriptionText, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { ownerComment } from "../ownership.ts";
import type { SeedKind } from "../seed-kind.ts";

/** A definition of a custom field. NetBox can't tag it, so its comments say whose it is. */
export const customFieldKind: SeedKind = {
  name: "custom-field",
  collection: "custom-fields",
  objectType: "extras.customfield",
  schema: z.strictObject({
    name: z
      .string()
      .max(50)
      .regex(/^[a-z0-9_]+$/, "has lower-case letters, digits and _ only"),
    label: text(50).optional(),
    type: z.enum(["text", "longtext", "integer", "decimal", "boolean", "date", "url", "json"]),
    object_types: z.array(text(100)).min(1),
    description: descriptionText.optional(),
  }),
  endpoint: (client) => client.customFields,
  fields: {
    name: plain("name"),
    label: plain("label"),
    type: choice("type"),
    // NetBox deletes the values on every kind of object that is taken off the list.
    object_types: growingSet("object_types"),
    description: plain("description"),
    comments: plain("comments"),
  },
  entryKey: nameOf,
  objectKey: nameOf,
  desired: ({ object_types: types, ...entry }) => ({
    ...(entry as Record<string, string>),
    object_types: (types as string[]).toSorted(),
  }),
  filters: ({ entries }) => ({ name: entries.map(nameOf) }),
  isOwned: (object) => commentsOf(object).includes(ownerComment),
  ownerFields: (existing = {}) => ({ comments: addComment(commentsOf(existing)) }),
};

function nameOf(object: NetBoxObject): string {
  return String(object["name"]);
}

function commentsOf({ comments }: NetBoxObject): string {
  return typeof comments === "string" ? comments : "";
}

function addComment(comments: string): string {
  return comments.includes(ownerComment) ? comments : `${comments}\n${ownerComment}`.trim();
}
