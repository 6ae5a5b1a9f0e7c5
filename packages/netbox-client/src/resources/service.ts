import * as z from "zod";
import { decodePortMappings, encodePortMappings } from "../port-mappings.ts";
import { referenceSchema, taggedInput, taggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * What a device offers (`ipam/services`). Ports are `port_mappings` in every version here,
 * `["tcp/80", "udp/53"]`; NetBox before 4.7 speaks of one protocol and its ports.
 */
export const serviceResource = defineResource({
  path: "ipam/services/",
  read: taggedSchema.extend({
    name: z.string(),
    parent_object_type: z.string(),
    parent_object_id: z.int(),
    parent: referenceSchema,
    port_mappings: z.array(z.string()),
    description: z.string(),
  }),
  write: z.strictObject({
    name: z.string(),
    parent_object_type: z.literal(["dcim.device", "virtualization.virtualmachine"]),
    parent_object_id: z.int(),
    port_mappings: z.array(z.string()).min(1),
    description: z.string().optional(),
    ...taggedInput,
  }),
  encode: encodePortMappings,
  decode: decodePortMappings,
});
