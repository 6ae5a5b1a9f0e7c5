import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { choice, plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug, text } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/** A place where devices are. */
export const siteKind = defineSlugKind({
  name: "site",
  collection: "sites",
  objectType: "dcim.site",
  schema: z.strictObject({
    name: nameText,
    slug,
    status: z.enum(["planned", "staging", "active", "decommissioning", "retired"]).optional(),
    tenant: slug.optional(),
    physical_address: text(200).optional(),
    time_zone: text(63).optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["name"],
  dependents: [
    ...listsBy("site_id", [
      "dcim/locations/",
      "ipam/prefixes/",
      "virtualization/clusters/",
      "wireless/wireless-lans/",
      "circuits/circuit-terminations/",
    ]),
    ...listsBy("scope_id", ["ipam/vlan-groups/"], { where: { scope_type: "dcim.site" } }),
    ...linksBy("site_id", ["extras/config-contexts/"]),
  ],
  endpoint: (client) => client.sites,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    status: choice("status"),
    tenant: tenantField,
    physical_address: plain("physical_address"),
    time_zone: plain("time_zone"),
    description: plain("description"),
  },
});
