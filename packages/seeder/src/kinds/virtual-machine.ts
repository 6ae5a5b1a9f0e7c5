import * as z from "zod";
import { listsBy } from "../dependents.ts";
import { descriptionText, hostName, nameText, slug } from "../entry-schemas.ts";
import { choice, plain, reference } from "../field-codecs.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { namedKind, nameOf } from "./named-kind.ts";
import { platformField } from "./platform.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

const statuses = [
  "offline",
  "active",
  "planned",
  "staged",
  "failed",
  "decommissioning",
  "paused",
] as const;

/** A virtual machine; `memory` and `disk` in MB. */
export const virtualMachineKind = defineTaggedKind({
  name: "virtual-machine",
  collection: "virtual-machines",
  objectType: "virtualization.virtualmachine",
  schema: z.strictObject({
    name: hostName,
    cluster: nameText.optional(),
    site: slug.optional(),
    role: slug.optional(),
    platform: slug.optional(),
    tenant: slug.optional(),
    status: z.enum(statuses).optional(),
    vcpus: z.number().min(0.01).multipleOf(0.01).optional(),
    memory: z.int().min(0).optional(),
    disk: z.int().min(0).optional(),
    description: descriptionText.optional(),
  }),
  dependents: listsBy("virtual_machine_id", [
    "virtualization/interfaces/",
    "virtualization/virtual-disks/",
    "dcim/mac-addresses/",
    "ipam/ip-addresses/",
    "ipam/fhrp-group-assignments/",
    "ipam/services/",
    "vpn/l2vpn-terminations/",
  ]),
  endpoint: (client) => client.virtualMachines,
  fields: {
    name: plain("name"),
    cluster: reference("cluster", { kind: "cluster", keyOf: nameOf }),
    site: reference("site", { kind: "site", keyOf: slugOf }),
    role: reference("role", { kind: "device-role", keyOf: slugOf }),
    platform: platformField,
    tenant: tenantField,
    status: choice("status"),
    vcpus: plain("vcpus"),
    memory: plain("memory"),
    disk: plain("disk"),
    description: plain("description"),
  },
  ...namedKind,
});
