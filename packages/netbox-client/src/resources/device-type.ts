import * as z from "zod";
import {
  choiceSchema,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * A model of device (`dcim/device-types`); `u_height` in rack units. Its images are read as
 * addresses and can't be written as JSON.
 */
export const deviceTypeResource = defineResource({
  path: "dcim/device-types/",
  unique: [
    ["manufacturer", "model"],
    ["manufacturer", "slug"],
  ],
  read: primarySchema.extend({
    manufacturer: referenceSchema,
    default_platform: referenceSchema.nullable(),
    model: z.string(),
    slug: z.string(),
    part_number: z.string(),
    u_height: z.number(),
    exclude_from_utilization: z.boolean(),
    is_full_depth: z.boolean(),
    subdevice_role: choiceSchema.nullable(),
    airflow: choiceSchema.nullable(),
    cooling_method: choiceSchema.nullish(),
    weight: z.number().nullable(),
    weight_unit: choiceSchema.nullable(),
    end_of_life: z.string().nullish(),
    front_image: z.string().nullable(),
    rear_image: z.string().nullable(),
  }),
  write: z.strictObject({
    manufacturer: referenceInput,
    default_platform: referenceInput.nullish(),
    model: z.string(),
    slug: z.string(),
    part_number: z.string().optional(),
    u_height: z.number().optional(),
    exclude_from_utilization: z.boolean().optional(),
    is_full_depth: z.boolean().optional(),
    subdevice_role: z.string().nullish(),
    airflow: z.string().nullish(),
    cooling_method: z.string().nullish(),
    weight: z.number().nullish(),
    weight_unit: z.string().nullish(),
    end_of_life: z.string().nullish(),
    ...primaryInput,
  }),
});
