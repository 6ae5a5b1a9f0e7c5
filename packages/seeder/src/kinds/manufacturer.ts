import * as z from "zod";
import { plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** Who makes a device type. */
export const manufacturerKind = defineSlugKind({
  name: "manufacturer",
  collection: "manufacturers",
  objectType: "dcim.manufacturer",
  schema: z.strictObject({ name: nameText, slug, description: descriptionText.optional() }),
  uniqueTogether: ["name"],
  endpoint: (client) => client.manufacturers,
  fields: { name: plain("name"), slug: plain("slug"), description: plain("description") },
});
