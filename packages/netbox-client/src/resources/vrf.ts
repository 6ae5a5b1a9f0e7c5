import * as z from "zod";
import {
  idsInput,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A table of routes of its own (`ipam/vrfs`); names may repeat, route distinguishers not. */
export const vrfResource = defineResource({
  path: "ipam/vrfs/",
  unique: [["rd"]],
  read: primarySchema.extend({
    name: z.string(),
    rd: z.string().nullable(),
    tenant: referenceSchema.nullable(),
    enforce_unique: z.boolean(),
    import_targets: z.array(referenceSchema),
    export_targets: z.array(referenceSchema),
  }),
  write: z.strictObject({
    name: z.string(),
    rd: z.string().nullish(),
    tenant: referenceInput.nullish(),
    enforce_unique: z.boolean().optional(),
    import_targets: idsInput.optional(),
    export_targets: idsInput.optional(),
    ...primaryInput,
  }),
});
