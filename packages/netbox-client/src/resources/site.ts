import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  sluggedInput,
  sluggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A place (`dcim/sites`). */
export const siteResource = defineResource({
  path: "dcim/sites/",
  read: sluggedSchema.extend({
    status: choiceSchema,
    tenant: referenceSchema.nullable(),
    physical_address: z.string(),
    time_zone: z.string().nullable(),
  }),
  write: z.strictObject({
    status: z.string().optional(),
    tenant: referenceInput.nullish(),
    physical_address: z.string().optional(),
    time_zone: z.string().nullish(),
    ...sluggedInput,
  }),
});
