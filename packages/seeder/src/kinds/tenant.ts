import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { plain, reference } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { defineSlugKind, slugOf } from "./slug-kind.ts";

/** A tenant. */
export const tenantKind = defineSlugKind({
  name: "tenant",
  collection: "tenants",
  objectType: "tenancy.tenant",
  schema: z.strictObject({
    name: nameText,
    slug,
    group: slug.optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["group", "name"],
  dependents: linksBy("tenant_id", ["extras/config-contexts/"]),
  endpoint: (client) => client.tenants,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    group: reference("group", { kind: "tenant-group", keyOf: slugOf }),
    description: plain("description"),
  },
});

/** A field `tenant` that points to one. */
export const tenantField = reference("tenant", { kind: "tenant", keyOf: slugOf });
