import * as z from "zod";
import { linksBy, listsBy } from "../dependents.ts";
import { plain, reference } from "../field-codecs.ts";
import { descriptionText, nameText, slug } from "../entry-schemas.ts";
import { defineSlugKind, slugOf } from "./slug-kind.ts";

/** A model of device; a virtual machine takes no room in a rack: `u_height: 0`. */
export const deviceTypeKind = defineSlugKind({
  name: "device-type",
  collection: "device-types",
  objectType: "dcim.devicetype",
  schema: z.strictObject({
    model: nameText,
    slug,
    manufacturer: slug,
    u_height: z.number().min(0).multipleOf(0.5).optional(),
    description: descriptionText.optional(),
  }),
  uniqueTogether: ["manufacturer", "model"],
  dependents: [
    ...listsBy("device_type_id", [
      "dcim/console-port-templates/",
      "dcim/console-server-port-templates/",
      "dcim/power-port-templates/",
      "dcim/power-outlet-templates/",
      "dcim/interface-templates/",
      "dcim/front-port-templates/",
      "dcim/rear-port-templates/",
      "dcim/module-bay-templates/",
      "dcim/device-bay-templates/",
      "dcim/inventory-item-templates/",
    ]),
    ...listsBy(
      "device_type_id",
      ["dcim/cooling-intake-templates/", "dcim/cooling-outflow-templates/"],
      { since: "4.7" },
    ),
    ...linksBy("device_type_id", ["extras/config-contexts/"]),
  ],
  endpoint: (client) => client.deviceTypes,
  fields: {
    model: plain("model"),
    slug: plain("slug"),
    manufacturer: reference("manufacturer", { kind: "manufacturer", keyOf: slugOf }),
    u_height: plain("u_height"),
    description: plain("description"),
  },
});
