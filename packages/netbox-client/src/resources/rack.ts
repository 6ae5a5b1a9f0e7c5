import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  taggedInput,
  taggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A rack (`dcim/racks`); `u_height` in rack units. There is no virtual form factor. */
export const rackResource = defineResource({
  path: "dcim/racks/",
  read: taggedSchema.extend({
    name: z.string(),
    site: referenceSchema,
    tenant: referenceSchema.nullable(),
    status: choiceSchema,
    u_height: z.number(),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    site: referenceInput,
    tenant: referenceInput.nullish(),
    status: z.string().optional(),
    u_height: z.number().optional(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
