import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  taggedInput,
  taggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A place (`dcim/sites`). */
export const siteResource = defineResource({
  path: "dcim/sites/",
  read: taggedSchema.extend({
    name: z.string(),
    slug: z.string(),
    description: z.string(),
    status: choiceSchema,
    tenant: referenceSchema.nullable(),
    physical_address: z.string(),
    time_zone: z.string().nullable(),
  }),
  write: z.strictObject({
    name: z.string(),
    slug: z.string(),
    description: z.string().optional(),
    status: z.string().optional(),
    tenant: referenceInput.nullish(),
    physical_address: z.string().optional(),
    time_zone: z.string().nullish(),
    ...taggedInput,
  }),
});
