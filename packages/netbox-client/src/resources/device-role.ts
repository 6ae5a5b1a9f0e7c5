import * as z from "zod";
import { taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What a device is for (`dcim/device-roles`). */
export const deviceRoleResource = defineResource({
  path: "dcim/device-roles/",
  read: taggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    color: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    color: z.string().optional(),
    ...taggedInput,
  }),
});
