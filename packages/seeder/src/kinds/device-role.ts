import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { color } from "./color.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** What a device is for. */
export const deviceRoleKind = defineSlugKind({
  name: "device-role",
  collection: "device-roles",
  objectType: "dcim.devicerole",
  schema: z.strictObject({
    name: nameText,
    slug,
    color: color.optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["name"],
  dependents: [
    ...listsBy("ancestor_id", ["dcim/device-roles/"]),
    ...linksBy("device_role_id", ["extras/config-contexts/"]),
  ],
  endpoint: (client) => client.deviceRoles,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    color: plain("color"),
    description: plain("description"),
  },
});
