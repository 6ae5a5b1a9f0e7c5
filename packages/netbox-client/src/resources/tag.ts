import * as z from "zod";
import { objectSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A tag (`extras/tags`). */
export const tagResource = defineResource({
  path: "extras/tags/",
  read: objectSchema.extend({
    name: z.string(),
    slug: z.string(),
    color: z.string(),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    color: z.string().optional(),
    description: z.string().optional(),
    changelog_message: z.string().optional(),
  }),
});
