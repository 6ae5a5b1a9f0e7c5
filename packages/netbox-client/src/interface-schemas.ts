import * as z from "zod";
import {
  choiceSchema,
  idsInput,
  ownedInput,
  ownedSchema,
  referenceInput,
  referenceSchema,
} from "./object-schemas.ts";

/** What interfaces of devices and of virtual machines have in common. */
export const baseInterfaceSchema = ownedSchema.extend({
  name: z.string(),
  enabled: z.boolean(),
  parent: referenceSchema.nullable(),
  bridge: referenceSchema.nullable(),
  mtu: z.int().nullable(),
  mac_address: z.string().nullable(),
  primary_mac_address: referenceSchema.nullable(),
  mac_addresses: z.array(referenceSchema).nullish(),
  mode: choiceSchema.nullable(),
  untagged_vlan: referenceSchema.nullable(),
  tagged_vlans: z.array(referenceSchema),
  qinq_svlan: referenceSchema.nullable(),
  vlan_translation_policy: referenceSchema.nullable(),
  vrf: referenceSchema.nullable(),
});

/** What may be written to both; `mac_address` since NetBox 4.7, before it is only read. */
export const baseInterfaceInput = {
  name: z.string(),
  enabled: z.boolean().optional(),
  parent: referenceInput.nullish(),
  bridge: referenceInput.nullish(),
  mtu: z.int().nullish(),
  mac_address: z.string().nullish(),
  primary_mac_address: referenceInput.nullish(),
  mode: z.string().nullish(),
  untagged_vlan: referenceInput.nullish(),
  tagged_vlans: idsInput.optional(),
  qinq_svlan: referenceInput.nullish(),
  vlan_translation_policy: referenceInput.nullish(),
  vrf: referenceInput.nullish(),
  ...ownedInput,
};
