import * as z from "zod";
import { referenceInput, referenceSchema, taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A model of device (`dcim/device-types`); `u_height` in rack units. */
export const deviceTypeResource = defineResource({
  path: "dcim/device-types/",
  read: taggedSchema.extend({
    manufacturer: referenceSchema,
    model: z.string(),
    slug: z.string(),
    u_height: z.number(),
    description: z.string(),
  }),
  write: z.strictObject({
    manufacturer: referenceInput,
    model: z.string(),
    slug: z.string(),
    u_height: z.number().optional(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
