import * as z from "zod";
import { idsInput, objectSchema, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A user (`users/users`). Its password is written and never answered. */
export const userResource = defineResource({
  path: "users/users/",
  unique: [["username"]],
  writeOnly: ["password"],
  read: objectSchema.extend({
    username: z.string(),
    first_name: z.string(),
    last_name: z.string(),
    email: z.string(),
    is_active: z.boolean(),
    date_joined: z.string(),
    last_login: z.string().nullable(),
    groups: z.array(referenceSchema),
    permissions: z.array(referenceSchema),
  }),
  write: z.strictObject({
    username: z.string(),
    password: z.string(),
    first_name: z.string().optional(),
    last_name: z.string().optional(),
    email: z.string().optional(),
    is_active: z.boolean().optional(),
    date_joined: z.string().optional(),
    last_login: z.string().nullish(),
    groups: idsInput.optional(),
    permissions: idsInput.optional(),
  }),
});
