import * as z from "zod";
import { listsBy } from "../dependents.ts";
import { descriptionText, text } from "../entry-schemas.ts";
import { plain } from "../field-codecs.ts";
import { secret, secretReference } from "../secret-reference.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { namedKind } from "./named-kind.ts";

/** Where events are sent. NetBox shows the secret to whoever may read webhooks; plans don't. */
export const webhookKind = defineTaggedKind({
  name: "webhook",
  collection: "webhooks",
  objectType: "extras.webhook",
  schema: z.strictObject({
    name: text(150),
    payload_url: text(500),
    http_method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]).optional(),
    http_content_type: text(100).optional(),
    additional_headers: z.string().trim().optional(),
    body_template: z.string().trim().optional(),
    secret: secretReference.optional(),
    ssl_verification: z.boolean().optional(),
    description: descriptionText.optional(),
  }),
  dependents: listsBy("action_object_id", ["extras/event-rules/"], {
    where: { action_object_type: "extras.webhook" },
  }),
  endpoint: (client) => client.webhooks,
  fields: {
    name: plain("name"),
    payload_url: plain("payload_url"),
    http_method: plain("http_method"),
    http_content_type: plain("http_content_type"),
    additional_headers: plain("additional_headers"),
    body_template: plain("body_template"),
    secret: secret("secret"),
    ssl_verification: plain("ssl_verification"),
    description: plain("description"),
  },
  ...namedKind,
});
