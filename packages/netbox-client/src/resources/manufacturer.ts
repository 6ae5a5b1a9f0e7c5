import * as z from "zod";
import { sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A manufacturer (`dcim/manufacturers`). */
export const manufacturerResource = defineResource({
  path: "dcim/manufacturers/",
  unique: [["name"], ["slug"]],
  read: sluggedSchema,
  write: z.strictObject({
    ...sluggedInput,
  }),
});
