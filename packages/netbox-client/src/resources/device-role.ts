import * as z from "zod";
import { referenceInput, referenceSchema, sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** What a device is for (`dcim/device-roles`), and with `vm_role` a virtual machine. */
export const deviceRoleResource = defineResource({
  path: "dcim/device-roles/",
  unique: [
    ["name", "parent"],
    ["slug", "parent"],
  ],
  read: sluggedSchema.extend({
    color: z.string(),
    vm_role: z.boolean(),
    config_template: referenceSchema.nullable(),
    parent: referenceSchema.nullable(),
  }),
  write: z.strictObject({
    color: z.string().optional(),
    vm_role: z.boolean().optional(),
    config_template: referenceInput.nullish(),
    parent: referenceInput.nullish(),
    ...sluggedInput,
  }),
});
