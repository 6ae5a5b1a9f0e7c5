import * as z from "zod";
import { idsInput, objectSchema, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A group of users (`users/groups`). */
export const groupResource = defineResource({
  path: "users/groups/",
  unique: [["name"]],
  read: objectSchema.extend({
    name: z.string(),
    description: z.string(),
    permissions: z.array(referenceSchema),
  }),
  write: z.strictObject({
    name: z.string(),
    description: z.string().optional(),
    permissions: idsInput.optional(),
  }),
});
