import * as z from "zod";
import { ownedInput, ownedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * Where events are sent (`extras/webhooks`). NetBox answers the secret to everyone who may read
 * webhooks. `timeout` in seconds, since NetBox 4.7.
 */
export const webhookResource = defineResource({
  path: "extras/webhooks/",
  unique: [["name"]],
  read: ownedSchema.extend({
    name: z.string(),
    payload_url: z.string(),
    http_method: z.string(),
    http_content_type: z.string(),
    additional_headers: z.string(),
    body_template: z.string(),
    secret: z.string(),
    ssl_verification: z.boolean(),
    ca_file_path: z.string().nullable(),
    timeout: z.int().nullish(),
  }),
  write: z.strictObject({
    name: z.string(),
    payload_url: z.string(),
    http_method: z.string().optional(),
    http_content_type: z.string().optional(),
    additional_headers: z.string().optional(),
    body_template: z.string().optional(),
    secret: z.string().optional(),
    ssl_verification: z.boolean().optional(),
    ca_file_path: z.string().nullish(),
    timeout: z.int().nullish(),
    ...ownedInput,
  }),
});
