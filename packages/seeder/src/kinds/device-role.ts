import * as z from "zod";
import { plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { defineSlugKind } from "./slug-kind.ts";

/** What a device is for. */
export const deviceRoleKind = defineSlugKind({
  name: "device-role",
  collection: "device-roles",
  objectType: "dcim.devicerole",
  schema: z.strictObject({
    name: nameText,
    slug,
    color: z
      .string()
      .regex(/^[0-9a-f]{6}$/, "has six hexadecimal digits")
      .optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["name"],
  endpoint: (client) => client.deviceRoles,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    color: plain("color"),
    description: plain("description"),
  },
});
