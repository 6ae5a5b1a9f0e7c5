import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { plain } from "../field-codecs.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** A kind of cluster. */
export const clusterTypeKind = defineSlugKind({
  name: "cluster-type",
  collection: "cluster-types",
  objectType: "virtualization.clustertype",
  schema: z.strictObject({ name: nameText, slug, description: descriptionText.optional() }),
  uniqueTogether: ["name"],
  dependents: linksBy("cluster_type_id", ["extras/config-contexts/"]),
  endpoint: (client) => client.clusterTypes,
  fields: { name: plain("name"), slug: plain("slug"), description: plain("description") },
});
