import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { choice, plain, reference } from "../field-codecs.ts";
import { defineTaggedKind } from "../tagged-kind.ts";
import { namedKind } from "./named-kind.ts";
import { siteScope } from "./site-scope.ts";
import { slugOf } from "./slug-kind.ts";
import { tenantField } from "./tenant.ts";

/** What virtual machines run on. */
export const clusterKind = defineTaggedKind({
  name: "cluster",
  collection: "clusters",
  objectType: "virtualization.cluster",
  schema: z.strictObject({
    name: nameText,
    type: slug,
    status: z.enum(["planned", "staging", "active", "decommissioning", "offline"]).optional(),
    site: slug.optional(),
    tenant: slug.optional(),
    description: descriptionText.optional(),
  }),
  dependents: [
    ...listsBy("scope_id", ["ipam/vlan-groups/"], {
      where: { scope_type: "virtualization.cluster" },
    }),
    ...linksBy("cluster_id", ["dcim/devices/", "extras/config-contexts/"]),
  ],
  endpoint: (client) => client.clusters,
  fields: {
    name: plain("name"),
    type: reference("type", { kind: "cluster-type", keyOf: slugOf }),
    status: choice("status"),
    site: siteScope,
    tenant: tenantField,
    description: plain("description"),
  },
  ...namedKind,
});
