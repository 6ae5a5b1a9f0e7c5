import * as z from "zod";
import { loggedInput, loggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A tag (`extras/tags`); with `object_types` it fits only objects of these. */
export const tagResource = defineResource({
  path: "extras/tags/",
  unique: [["name"], ["slug"]],
  read: loggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    color: z.string(),
    description: z.string(),
    weight: z.int(),
    object_types: z.array(z.string()),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    color: z.string().optional(),
    description: z.string().optional(),
    weight: z.int().optional(),
    object_types: z.array(z.string()).optional(),
    ...loggedInput,
  }),
});
