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
 * A virtual machine (`virtualization/virtual-machines`); `memory` and `disk` in MB. NetBox wants
 * its primary address to be assigned to one of its interfaces already.
 */
export const virtualMachineResource = defineResource({
  path: "virtualization/virtual-machines/",
  unique: [["cluster", "name", "tenant"]],
  read: primarySchema.extend({
    name: z.string(),
    status: choiceSchema,
    start_on_boot: choiceSchema,
    virtual_machine_type: referenceSchema.nullish(),
    site: referenceSchema.nullable(),
    cluster: referenceSchema.nullable(),
    device: referenceSchema.nullable(),
    serial: z.string(),
    role: referenceSchema.nullable(),
    tenant: referenceSchema.nullable(),
    platform: referenceSchema.nullable(),
    primary_ip: addressSchema.nullable(),
    primary_ip4: addressSchema.nullable(),
    primary_ip6: addressSchema.nullable(),
    vcpus: z.number().nullable(),
    memory: z.int().nullable(),
    disk: z.int().nullable(),
    config_template: referenceSchema.nullable(),
    config_context: jsonObjectSchema.nullish(),
    local_context_data: jsonObjectSchema.nullable(),
  }),
  write: z.strictObject({
    name: z.string(),
    status: z.string().optional(),
    start_on_boot: z.string().optional(),
    virtual_machine_type: referenceInput.nullish(),
    site: referenceInput.nullish(),
    cluster: referenceInput.nullish(),
    device: referenceInput.nullish(),
    serial: z.string().optional(),
    role: referenceInput.nullish(),
    tenant: referenceInput.nullish(),
    platform: referenceInput.nullish(),
    primary_ip4: referenceInput.nullish(),
    primary_ip6: referenceInput.nullish(),
    vcpus: z.number().nullish(),
    memory: z.int().nullish(),
    disk: z.int().nullish(),
    config_template: referenceInput.nullish(),
    local_context_data: jsonObjectSchema.nullish(),
    ...primaryInput,
  }),
});
