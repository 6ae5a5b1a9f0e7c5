import * as z from "zod";
import {
  choiceSchema,
  referenceInput,
  referenceSchema,
  taggedInput,
  taggedSchema,
} from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What may be written to an address that NetBox chooses itself. */
export const allocationInput = z.strictObject({
  status: z.string().optional(),
  tenant: referenceInput.nullish(),
  assigned_object_type: z.literal(["dcim.interface", "virtualization.vminterface"]).nullish(),
  assigned_object_id: z.int().nullish(),
  dns_name: z.string().optional(),
  description: z.string().optional(),
  ...taggedInput,
});

/**
 * An address with its mask (`ipam/ip-addresses`). Assigned to an interface, never to a
 * device: NetBox stores that and then refuses it as a primary address.
 */
export const ipAddressResource = defineResource({
  path: "ipam/ip-addresses/",
  read: taggedSchema.extend({
    address: z.string(),
    status: choiceSchema,
    tenant: referenceSchema.nullable(),
    assigned_object_type: z.string().nullable(),
    assigned_object_id: z.int().nullable(),
    assigned_object: referenceSchema.extend({ device: referenceSchema.optional() }).nullish(),
    dns_name: z.string(),
    description: z.string(),
  }),
  write: allocationInput.extend({ address: z.string() }),
});
