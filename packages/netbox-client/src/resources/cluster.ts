import * as z from "zod";
import {
  choiceSchema,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
  scopedInput,
  scopedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What virtual machines run on (`virtualization/clusters`). */
export const clusterResource = defineResource({
  path: "virtualization/clusters/",
  unique: [["group", "name"]],
  read: primarySchema.extend({
    name: z.string(),
    type: referenceSchema,
    group: referenceSchema.nullable(),
    status: choiceSchema,
    tenant: referenceSchema.nullable(),
    ...scopedSchema,
  }),
  write: z.strictObject({
    name: z.string(),
    type: referenceInput,
    group: referenceInput.nullish(),
    status: z.string().optional(),
    tenant: referenceInput.nullish(),
    ...scopedInput,
    ...primaryInput,
  }),
});
