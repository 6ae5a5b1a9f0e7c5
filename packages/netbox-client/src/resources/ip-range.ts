import * as z from "zod";
import {
  choiceSchema,
  numberChoiceSchema,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** Addresses from one to another (`ipam/ip-ranges`). NetBox refuses ranges that overlap. */
export const ipRangeResource = defineResource({
  path: "ipam/ip-ranges/",
  unique: [["start_address", "vrf"]],
  read: primarySchema.extend({
    family: numberChoiceSchema,
    start_address: z.string(),
    end_address: z.string(),
    size: z.int(),
    vrf: referenceSchema.nullable(),
    tenant: referenceSchema.nullable(),
    status: choiceSchema,
    role: referenceSchema.nullable(),
    mark_populated: z.boolean(),
    mark_utilized: z.boolean(),
  }),
  write: z.strictObject({
    start_address: z.string(),
    end_address: z.string(),
    vrf: referenceInput.nullish(),
    tenant: referenceInput.nullish(),
    status: z.string().optional(),
    role: referenceInput.nullish(),
    mark_populated: z.boolean().optional(),
    mark_utilized: z.boolean().optional(),
    ...primaryInput,
  }),
});
