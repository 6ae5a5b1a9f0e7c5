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

const holders = ["dcim.interface", "virtualization.vminterface", "ipam.fhrpgroup"] as const;

// The roles of an address that several devices hold at once.
const sharedRoles = new Set<unknown>(["anycast", "vip", "vrrp", "hsrp", "glbp", "carp"]);

/** What may be written to an address that NetBox chooses itself, in the VRF of its prefix. */
export const allocationInput = z.strictObject({
  tenant: referenceInput.nullish(),
  status: z.string().optional(),
  role: z.string().nullish(),
  assigned_object_type: z.literal(holders).nullish(),
  assigned_object_id: z.int().nullish(),
  nat_inside: referenceInput.nullish(),
  dns_name: z.string().optional(),
  ...primaryInput,
});

/**
 * An address with its mask (`ipam/ip-addresses`). Assigned to an interface, never to a
 * device: NetBox stores that and then refuses it as a primary address.
 */
export const ipAddressResource = defineResource({
  path: "ipam/ip-addresses/",
  unique: [["address", "vrf"]],
  // A VRF need not enforce that its addresses are unique.
  mayRepeat: ({ vrf, role }) => (vrf ?? null) !== null || sharedRoles.has(role),
  read: primarySchema.extend({
    family: numberChoiceSchema,
    address: z.string(),
    vrf: referenceSchema.nullable(),
    tenant: referenceSchema.nullable(),
    status: choiceSchema,
    role: choiceSchema.nullable(),
    assigned_object_type: z.string().nullable(),
    assigned_object_id: z.int().nullable(),
    assigned_object: referenceSchema
      .extend({ device: referenceSchema.optional(), virtual_machine: referenceSchema.optional() })
      .nullish(),
    nat_inside: referenceSchema.nullable(),
    nat_outside: z.array(referenceSchema),
    dns_name: z.string(),
  }),
  write: allocationInput.extend({
    address: z.string(),
    vrf: referenceInput.nullish(),
  }),
});
