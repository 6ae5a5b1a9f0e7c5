import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  taggedInput,
  taggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * A device (`dcim/devices`). NetBox wants its primary address to be assigned to one of its
 * interfaces already, so a new device gets it by a later update.
 */
export const deviceResource = defineResource({
  path: "dcim/devices/",
  read: taggedSchema.extend({
    name: z.string().nullable(),
    device_type: referenceSchema,
    role: referenceSchema,
    site: referenceSchema,
    rack: referenceSchema.nullable(),
    tenant: referenceSchema.nullable(),
    status: choiceSchema,
    primary_ip4: referenceSchema.extend({ address: z.string() }).nullable(),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    device_type: referenceInput,
    role: referenceInput,
    site: referenceInput,
    rack: referenceInput.nullish(),
    tenant: referenceInput.nullish(),
    status: z.string().optional(),
    primary_ip4: referenceInput.nullish(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
