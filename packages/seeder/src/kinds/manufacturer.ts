import * as z from "zod";
import { plain } from "../field-codecs.ts";
import { slug, text } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** Who makes a device type. */
export const manufacturerKind = defineSlugKind({
  name: "manufacturer",
  collection: "manufacturers",
  objectType: "dcim.manufacturer",
  schema: z.strictObject({ name: text, slug, description: text.optional() }),
  endpoint: (client) => client.manufacturers,
  fields: { name: plain("name"), slug: plain("slug"), description: plain("description") },
});
