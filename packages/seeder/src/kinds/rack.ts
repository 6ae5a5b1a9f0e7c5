import * as z from "zod";
import { listsBy } from "../dependents.ts";
import { choice, plain, reference } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/** A rack; its name is unique within its site. */
export const rackKind = defineTaggedKind({
  name: "rack",
  collection: "racks",
  objectType: "dcim.rack",
  schema: z.strictObject({
    name: nameText,
    site: slug,
    status: z.enum(["reserved", "available", "planned", "active", "deprecated"]).optional(),
    tenant: slug.optional(),
    u_height: z.int().min(1).max(100).optional(),
    description: descriptionText.optional(),
  }),
  dependents: [
    ...listsBy("rack_id", ["dcim/rack-reservations/"]),
    ...listsBy("scope_id", ["ipam/vlan-groups/"], { where: { scope_type: "dcim.rack" } }),
  ],
  endpoint: (client) => client.racks,
  fields: {
    name: plain("name"),
    site: reference("site", { kind: "site", keyOf: slugOf }),
    status: choice("status"),
    tenant: tenantField,
    u_height: plain("u_height"),
    description: plain("description"),
  },
  entryKey: ({ site, name }) => `${String(site)}/${String(name)}`,
  objectKey: ({ site, name }) => `${slugOf(site as NetBoxObject)}/${String(name)}`,
  filters: ({ entries }) => ({ name: entries.map(({ name }) => String(name)) }),
});
