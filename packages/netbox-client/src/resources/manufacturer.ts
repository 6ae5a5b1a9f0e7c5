import * as z from "zod";
import { taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A manufacturer (`dcim/manufacturers`). */
export const manufacturerResource = defineResource({
  path: "dcim/manufacturers/",
  read: taggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
