import * as z from "zod";
import { descriptionText, jsonMap, nameList, objectTypes, text } from "../entry-schemas.ts";
import type { FieldCodec } from "../field-codec.ts";
import { genericReference, plain, unordered } from "../field-codecs.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { namedKind, nameOf } from "./named-kind.ts";

const eventType = z.enum([
  "object_created",
  "object_updated",
  "object_deleted",
  "job_started",
  "job_completed",
  "job_failed",
  "job_errored",
]);

const webhookReference = genericReference({
  kind: "webhook",
  keyOf: nameOf,
  typeField: "action_object_type",
  idField: "action_object_id",
  objectField: "action_object",
  objectType: "extras.webhook",
});

const webhook: FieldCodec = {
  ...webhookReference,
  write: (value, resolvers) => ({
    action_type: "webhook",
    ...webhookReference.write(value, resolvers),
  }),
};

/** Which events call a webhook. Rules that do something else, such as run a script, are no seed's. */
export const eventRuleKind = defineTaggedKind({
  name: "event-rule",
  collection: "event-rules",
  objectType: "extras.eventrule",
  schema: z.strictObject({
    name: text(150),
    object_types: objectTypes,
    event_types: nameList(eventType).min(1),
    webhook: text(150),
    conditions: jsonMap.optional(),
    enabled: z.boolean().optional(),
    description: descriptionText.optional(),
  }),
  endpoint: (client) => client.eventRules,
  fields: {
    name: plain("name"),
    object_types: unordered("object_types"),
    event_types: unordered("event_types"),
    webhook,
    conditions: plain("conditions"),
    enabled: plain("enabled"),
    description: plain("description"),
  },
  ...namedKind,
  within: { action_type: "webhook" },
});
