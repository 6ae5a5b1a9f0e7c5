import * as z from "zod";
import {
  choiceSchema,
  idsInput,
  referenceInput,
  referenceSchema,
  sluggedInput,
  sluggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A place (`dcim/sites`). */
export const siteResource = defineResource({
  path: "dcim/sites/",
  unique: [["name"], ["slug"]],
  read: sluggedSchema.extend({
    status: choiceSchema,
    region: referenceSchema.nullable(),
    group: referenceSchema.nullable(),
    tenant: referenceSchema.nullable(),
    facility: z.string(),
    time_zone: z.string().nullable(),
    physical_address: z.string(),
    shipping_address: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    asns: z.array(referenceSchema),
  }),
  write: z.strictObject({
    status: z.string().optional(),
    region: referenceInput.nullish(),
    group: referenceInput.nullish(),
    tenant: referenceInput.nullish(),
    facility: z.string().optional(),
    time_zone: z.string().nullish(),
    physical_address: z.string().optional(),
    shipping_address: z.string().optional(),
    latitude: z.number().nullish(),
    longitude: z.number().nullish(),
    asns: idsInput.optional(),
    ...sluggedInput,
  }),
});
