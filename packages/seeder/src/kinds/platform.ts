import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { plain, reference } from "../field-codecs.ts";
import { defineSlugKind, slugOf } from "./slug-kind.ts";

/** What runs on a device or a virtual machine. */
export const platformKind = defineSlugKind({
  name: "platform",
  collection: "platforms",
  objectType: "dcim.platform",
  schema: z.strictObject({
    name: nameText,
    slug,
    manufacturer: slug.optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["manufacturer", "name"],
  dependents: [
    ...listsBy("ancestor_id", ["dcim/platforms/"]),
    ...linksBy("platform_id", [
      "dcim/devices/",
      "virtualization/virtual-machines/",
      "extras/config-contexts/",
    ]),
    ...linksBy("default_platform_id", ["dcim/device-types/"]),
  ],
  endpoint: (client) => client.platforms,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    manufacturer: reference("manufacturer", { kind: "manufacturer", keyOf: slugOf }),
    description: plain("description"),
  },
});

/** A field `platform` that points to one. */
export const platformField = reference("platform", { kind: "platform", keyOf: slugOf });
