import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** A group of tenants. */
export const tenantGroupKind = defineSlugKind({
  name: "tenant-group",
  collection: "tenant-groups",
  objectType: "tenancy.tenantgroup",
  schema: z.strictObject({ name: nameText, slug, description: descriptionText.optional() }),
  uniqueTogether: ["name"],
  dependents: [
    ...listsBy("ancestor_id", ["tenancy/tenant-groups/"]),
    ...linksBy("group_id", ["tenancy/tenants/"]),
    ...linksBy("tenant_group_id", ["extras/config-contexts/"]),
  ],
  endpoint: (client) => client.tenantGroups,
  fields: { name: plain("name"), slug: plain("slug"), description: plain("description") },
});
