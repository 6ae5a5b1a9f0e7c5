import * as z from "zod";
import type { Behaviours } from "../behaviours.ts";
import type { JsonObject } from "../json-object.ts";
import { NetBoxError } from "../netbox-error.ts";
import { objectSchema, referenceInput, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * A token of the API (`users/tokens`). NetBox before 4.7 takes a `token` of the caller's and
 * answers none, so that one it made itself would be lost; NetBox 4.7 drops what it is given in
 * silence and answers its own, once. What would be lost is refused. The value to log in with is
 * `nbt_<key>.<token>`, and a token of version 1 as it is.
 */
export const tokenResource = defineResource({
  path: "users/tokens/",
  unique: [["token"]],
  writeOnly: ["token"],
  read: objectSchema.extend({
    version: z.int(),
    key: z.string().nullable(),
    user: referenceSchema,
    description: z.string(),
    created: z.string(),
    expires: z.string().nullable(),
    last_used: z.string().nullable(),
    enabled: z.boolean(),
    write_enabled: z.boolean(),
    pepper_id: z.int().nullable(),
    allowed_ips: z.array(z.string()).nullish(),
    token: z.string().nullish(),
  }),
  write: z.strictObject({
    version: z.int().optional(),
    user: referenceInput,
    description: z.string().optional(),
    expires: z.string().nullish(),
    last_used: z.string().nullish(),
    enabled: z.boolean().optional(),
    write_enabled: z.boolean().optional(),
    pepper_id: z.int().nullish(),
    allowed_ips: z.array(z.string()).optional(),
    token: z.string().optional(),
  }),
  encode: refuseLostToken,
});

/** Only a new token names its user. */
function refuseLostToken(body: JsonObject, { tokenMadeBy }: Behaviours): JsonObject {
  const isGiven = body["token"] !== undefined;
  if (tokenMadeBy === "server" && isGiven) {
    throw new NetBoxError("NETBOX_VALIDATION", "this NetBox drops a token that it is given", {
      hint: "Leave `token` out and read it from the answer, which holds it once.",
    });
  }
  if (tokenMadeBy === "client" && !isGiven && body["user"] !== undefined) {
    throw new NetBoxError(
      "NETBOX_VALIDATION",
      "this NetBox answers no token that it makes itself",
      {
        hint: "Give 40 random characters as `token`.",
      },
    );
  }
  return body;
}
