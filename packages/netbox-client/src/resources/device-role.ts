import * as z from "zod";
import { sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What a device is for (`dcim/device-roles`). */
export const deviceRoleResource = defineResource({
  path: "dcim/device-roles/",
  read: sluggedSchema.extend({
    color: z.string(),
  }),
  write: z.strictObject({
    color: z.string().optional(),
    ...sluggedInput,
  }),
});
