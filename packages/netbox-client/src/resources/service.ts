import * as z from "zod";
import { decodePortMappings, encodePortMappings } from "../port-mappings.ts";
import { idsInput, primaryInput, primarySchema, referenceSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/**
 * What a device, a virtual machine or an FHRP group offers (`ipam/services`). Ports are
 * `port_mappings` in every version here, `["tcp/80", "udp/53"]`; NetBox before 4.7 speaks of one
 * protocol and its ports. Nothing is unique: NetBox takes the same name and port twice.
 */
export const serviceResource = defineResource({
  path: "ipam/services/",
  writeConcurrency: 4,
  read: primarySchema.extend({
    name: z.string(),
    parent_object_type: z.string(),
    parent_object_id: z.int(),
    parent: referenceSchema.nullable(),
    port_mappings: z.array(z.string()),
    ipaddresses: z.array(referenceSchema),
  }),
  write: z.strictObject({
    name: z.string(),
    parent_object_type: z.literal([
      "dcim.device",
      "virtualization.virtualmachine",
      "ipam.fhrpgroup",
    ]),
    parent_object_id: z.int(),
    port_mappings: z.array(z.string()).min(1),
    ipaddresses: idsInput.optional(),
    ...primaryInput,
  }),
  encode: encodePortMappings,
  decode: decodePortMappings,
  project: (field, { servicePorts }) =>
    field === "port_mappings" && servicePorts === "protocol-and-ports"
      ? ["protocol", "ports"]
      : [field],
});
