import * as z from "zod";
import { jsonObjectSchema } from "../json-object.ts";
import {
  choiceSchema,
  primaryInput,
  primarySchema,
  referenceInput,
  referenceSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

const addressSchema = referenceSchema.extend({ address: z.string() });

/**
 * A device (`dcim/devices`). NetBox wants its primary address to be assigned to one of its
 * interfaces already, so a new device gets it by a later update.
 */
export const deviceResource = defineResource({
  path: "dcim/devices/",
  unique: [["name", "site", "tenant"], ["asset_tag"], ["position", "rack", "face"]],
  read: primarySchema.extend({
    name: z.string().nullable(),
    device_type: referenceSchema,
    role: referenceSchema,
    tenant: referenceSchema.nullable(),
    platform: referenceSchema.nullable(),
    serial: z.string(),
    asset_tag: z.string().nullable(),
    site: referenceSchema,
    location: referenceSchema.nullable(),
    rack: referenceSchema.nullable(),
    position: z.number().nullable(),
    face: choiceSchema.nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    status: choiceSchema,
    airflow: choiceSchema.nullable(),
    cooling_method: choiceSchema.nullish(),
    primary_ip: addressSchema.nullable(),
    primary_ip4: addressSchema.nullable(),
    primary_ip6: addressSchema.nullable(),
    oob_ip: addressSchema.nullable(),
    cluster: referenceSchema.nullable(),
    virtual_chassis: referenceSchema.nullable(),
    vc_position: z.int().nullable(),
    vc_priority: z.int().nullable(),
    config_template: referenceSchema.nullable(),
    config_context: jsonObjectSchema.nullish(),
    local_context_data: jsonObjectSchema.nullable(),
  }),
  write: z.strictObject({
    name: z.string().nullish(),
    device_type: referenceInput,
    role: referenceInput,
    tenant: referenceInput.nullish(),
    platform: referenceInput.nullish(),
    serial: z.string().optional(),
    asset_tag: z.string().nullish(),
    site: referenceInput,
    location: referenceInput.nullish(),
    rack: referenceInput.nullish(),
    position: z.number().nullish(),
    face: z.string().nullish(),
    latitude: z.number().nullish(),
    longitude: z.number().nullish(),
    status: z.string().optional(),
    airflow: z.string().nullish(),
    cooling_method: z.string().nullish(),
    primary_ip4: referenceInput.nullish(),
    primary_ip6: referenceInput.nullish(),
    oob_ip: referenceInput.nullish(),
    cluster: referenceInput.nullish(),
    virtual_chassis: referenceInput.nullish(),
    vc_position: z.int().nullish(),
    vc_priority: z.int().nullish(),
    config_template: referenceInput.nullish(),
    local_context_data: jsonObjectSchema.nullish(),
    ...primaryInput,
  }),
});
