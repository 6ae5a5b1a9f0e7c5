import * as z from "zod";
import {
  choiceSchema,
  numberChoiceSchema,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
  scopedInput,
  scopedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * A network (`ipam/prefixes`). Its place is `scope_type` with `scope_id`; a field `site` does
 * not exist since NetBox 4.2 and would be dropped in silence.
 */
export const prefixResource = defineResource({
  path: "ipam/prefixes/",
  unique: [["prefix", "vrf"]],
  // A VRF need not enforce that its prefixes are unique.
  mayRepeat: ({ vrf }) => (vrf ?? null) !== null,
  read: primarySchema.extend({
    family: numberChoiceSchema,
    prefix: z.string(),
    vrf: referenceSchema.nullable(),
    ...scopedSchema,
    tenant: referenceSchema.nullable(),
    vlan: referenceSchema.nullable(),
    status: choiceSchema,
    role: referenceSchema.nullable(),
    is_pool: z.boolean(),
    mark_utilized: z.boolean(),
  }),
  write: z.strictObject({
    prefix: z.string(),
    vrf: referenceInput.nullish(),
    ...scopedInput,
    tenant: referenceInput.nullish(),
    vlan: referenceInput.nullish(),
    status: z.string().optional(),
    role: referenceInput.nullish(),
    is_pool: z.boolean().optional(),
    mark_utilized: z.boolean().optional(),
    ...primaryInput,
  }),
});
