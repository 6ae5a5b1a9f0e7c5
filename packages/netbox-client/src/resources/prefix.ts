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
 * A network (`ipam/prefixes`). Its place is `scope_type` with `scope_id`; a field `site` does
 * not exist since NetBox 4.2 and would be dropped in silence.
 */
export const prefixResource = defineResource({
  path: "ipam/prefixes/",
  read: taggedSchema.extend({
    prefix: z.string(),
    scope_type: z.string().nullable(),
    scope_id: z.int().nullable(),
    scope: referenceSchema.nullish(),
    tenant: referenceSchema.nullable(),
    status: choiceSchema,
    is_pool: z.boolean(),
    description: z.string(),
  }),
  write: z.strictObject({
    prefix: z.string(),
    scope_type: z.string().nullish(),
    scope_id: z.int().nullish(),
    tenant: referenceInput.nullish(),
    status: z.string().optional(),
    is_pool: z.boolean().optional(),
    description: z.string().optional(),
    ...taggedInput,
  }),
});
