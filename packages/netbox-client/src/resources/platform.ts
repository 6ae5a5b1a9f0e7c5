import * as z from "zod";
import { referenceInput, referenceSchema, sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What runs on a device or a virtual machine (`dcim/platforms`). */
export const platformResource = defineResource({
  path: "dcim/platforms/",
  unique: [
    ["name", "manufacturer"],
    ["slug", "manufacturer"],
  ],
  read: sluggedSchema.extend({
    parent: referenceSchema.nullable(),
    manufacturer: referenceSchema.nullable(),
    config_template: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    parent: referenceInput.nullish(),
    manufacturer: referenceInput.nullish(),
    config_template: referenceInput.nullish(),
    ...sluggedInput,
  }),
});
