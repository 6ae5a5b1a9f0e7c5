import { constant, count, each, plain, required, slug } from "../fields.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { same } from "../text.ts";
import { standardFields } from "./standard-fields.ts";

/** `dcim/device-types`. */
export const deviceTypeKind: Kind = {
  path: "dcim/device-types/",
  objectType: "dcim.devicetype",
  model: "DeviceType",
  noun: same("device type"),
  fields: {
    manufacturer: reference("dcim/manufacturers/", { isRequired: true }),
    model: required,
    slug,
    u_height: plain(1),
    part_number: plain(""),
    exclude_from_utilization: constant(false),
    is_full_depth: constant(true),
    ...each(constant(null), "default_platform", "subdevice_role", "airflow", "weight"),
    ...each(constant(null), "weight_unit", "front_image", "rear_image"),
    ...standardFields,
    ...each(count, "device_count", "console_port_template_count", "power_port_template_count"),
    ...each(count, "console_server_port_template_count", "power_outlet_template_count"),
    ...each(count, "interface_template_count", "front_port_template_count"),
    ...each(count, "rear_port_template_count", "device_bay_template_count"),
    ...each(count, "module_bay_template_count", "inventory_item_template_count"),
  },
  brief: ["manufacturer", "model", "slug", "description", "device_count"],
  display: ({ values }) => String(values["model"]),
  order: ({ values }) => [Number(values["manufacturer"]), String(values["model"])],
  filters: {
    ...textFilters("model", "slug", "description"),
    ...pointingIdFilter("default_platform", { path: "dcim/platforms/" }),
    ...pointingFilters("manufacturer", { path: "dcim/manufacturers/" }),
    q: searchFilter("model", "slug", "description", "comments"),
  },
  uniqueTogether: [
    ["manufacturer", "slug"],
    ["manufacturer", "model"],
  ],
};
