import * as z from "zod";
import { defineKind } from "../define-kind.ts";
import { descriptionText, objectTypes, text } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { choice, growingSet, plain, reference } from "../field-codecs.ts";
import { ownerComment } from "../ownership.ts";
import { namedKind, nameOf } from "./named-kind.ts";

const plainTypes = [
  "text",
  "longtext",
  "integer",
  "decimal",
  "boolean",
  "date",
  "datetime",
  "url",
  "json",
] as const;

const selectTypes = ["select", "multiselect"] as const;

const schema = z.strictObject({
  name: z
    .string()
    .max(50)
    .regex(/^[a-z0-9_]+$/, "has lower-case letters, digits and _ only"),
  label: text(50).optional(),
  type: z.enum([...plainTypes, ...selectTypes]),
  object_types: objectTypes,
  choice_set: text(100).optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  description: descriptionText.optional(),
});

/** A definition of a custom field. NetBox can't tag it, so its comments say whose it is. */
export const customFieldKind = defineKind({
  name: "custom-field",
  collection: "custom-fields",
  objectType: "extras.customfield",
  schema: schema.superRefine(({ type, choice_set: choices }, context) => {
    const isSelection = (selectTypes as readonly string[]).includes(type);
    if (isSelection !== (choices !== undefined)) {
      const message = isSelection ? `a ${type} needs one` : `a ${type} has none`;
      context.addIssue({ code: "custom", path: ["choice_set"], message });
    }
  }),
  endpoint: (client) => client.customFields,
  fields: {
    name: plain("name"),
    label: plain("label"),
    type: choice("type"),
    // NetBox deletes the values on every kind of object that is taken off the list.
    object_types: growingSet("object_types"),
    choice_set: reference("choice_set", { kind: "custom-field-choice-set", keyOf: nameOf }),
    required: plain("required"),
    unique: plain("unique"),
    description: plain("description"),
    comments: plain("comments"),
  },
  ...namedKind,
  isOwned: (object) => commentsOf(object).includes(ownerComment),
  ownerFields: (existing = {}) => ({ comments: addComment(commentsOf(existing)) }),
});

function commentsOf({ comments }: NetBoxObject): string {
  return typeof comments === "string" ? comments : "";
}

function addComment(comments: string): string {
  return comments.includes(ownerComment) ? comments : `${comments}\n${ownerComment}`.trim();
}
