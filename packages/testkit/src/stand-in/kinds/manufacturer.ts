import { count, each, required, slug } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { same } from "../text.ts";
import { standardFields, uniqueWords } from "./standard-fields.ts";

/** `dcim/manufacturers`. */
export const manufacturerKind: Kind = {
  path: "dcim/manufacturers/",
  objectType: "dcim.manufacturer",
  model: "Manufacturer",
  fields: {
    name: required,
    slug,
    ...standardFields,
    ...each(count, "devicetype_count", "moduletype_count", "inventoryitem_count"),
    platform_count: count,
  },
  brief: ["name", "slug", "description"],
  display: ({ name }) => String(name),
  order: ({ values }) => [String(values["name"])],
  unique: { noun: same("manufacturer"), fields: uniqueWords },
};
