import { constant, count, each, plain, required, slug } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { standardFields, uniqueWords } from "./standard-fields.ts";

/** `dcim/device-roles`, without nesting. */
export const deviceRoleKind: Kind = {
  path: "dcim/device-roles/",
  objectType: "dcim.devicerole",
  model: "DeviceRole",
  fields: {
    name: required,
    slug,
    color: plain("9e9e9e"),
    vm_role: plain(true),
    ...each(constant(null), "config_template", "parent"),
    ...standardFields,
    ...each(count, "device_count", "virtualmachine_count"),
    _depth: constant(0),
  },
  brief: ["name", "slug", "description", "device_count", "virtualmachine_count", "_depth"],
  display: ({ name }) => String(name),
  order: ({ values }) => [String(values["name"])],
  unique: { noun: same("device role"), fields: uniqueWords },
};
