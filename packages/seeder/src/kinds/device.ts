import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { choice, plain, reference } from "../field-codecs.ts";
import { addressWithMask, descriptionText, hostName, slug } from "../entry-schemas.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { namedKind } from "./named-kind.ts";
import { platformField } from "./platform.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/**
 * A device. NetBox allows a name twice; the seeder refuses to choose. Its primary address is
 * set once the address exists on one of its interfaces.
 */
export const deviceKind = defineTaggedKind({
  name: "device",
  collection: "devices",
  objectType: "dcim.device",
  schema: z.strictObject({
    name: hostName,
    device_type: slug,
    role: slug,
    site: slug,
    platform: slug.optional(),
    tenant: slug.optional(),
    status: z
      .enum(["offline", "active", "planned", "staged", "failed", "inventory", "decommissioning"])
      .optional(),
    primary_ip4: addressWithMask.optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["site", "tenant", "name"],
  dependents: [
    ...listsBy("device_id", [
      "dcim/interfaces/",
      "dcim/console-ports/",
      "dcim/console-server-ports/",
      "dcim/power-ports/",
      "dcim/power-outlets/",
      "dcim/front-ports/",
      "dcim/rear-ports/",
      "dcim/module-bays/",
      "dcim/modules/",
      "dcim/device-bays/",
      "dcim/inventory-items/",
      "dcim/mac-addresses/",
      "ipam/ip-addresses/",
      "ipam/fhrp-group-assignments/",
      "ipam/services/",
      "vpn/l2vpn-terminations/",
    ]),
    ...listsBy("device_id", ["dcim/cooling-intakes/", "dcim/cooling-outflows/"], { since: "4.7" }),
    ...linksBy("master_id", ["dcim/virtual-chassis/"]),
    ...linksBy("installed_device_id", ["dcim/device-bays/"]),
  ],
  endpoint: (client) => client.devices,
  fields: {
    name: plain("name"),
    device_type: reference("device_type", { kind: "device-type", keyOf: slugOf }),
    role: reference("role", { kind: "device-role", keyOf: slugOf }),
    site: reference("site", { kind: "site", keyOf: slugOf }),
    platform: platformField,
    tenant: tenantField,
    status: choice("status"),
    primary_ip4: reference("primary_ip4", {
      kind: "ip-address",
      keyOf: ({ address }) => String(address),
      isDeferred: true,
    }),
    description: plain("description"),
  },
  anchors: ["site"],
  ...namedKind,
});
