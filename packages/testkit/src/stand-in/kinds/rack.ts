import { choice, computed, constant, count, each, plain, required } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { reserved, planned, active, deprecated } = statusLabels;
const statuses = { reserved, available: same("Available"), planned, active, deprecated };
const formFactors = { "2-post-frame": same("2-post frame"), "4-post-frame": same("4-post frame") };

/** `dcim/racks`; a `type` is dropped in silence, as NetBox does. */
export const rackKind: Kind = {
  path: "dcim/racks/",
  objectType: "dcim.rack",
  model: "Rack",
  fields: {
    name: required,
    site: reference("dcim/sites/", true),
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    form_factor: choice(formFactors, null),
    width: computed(() => ({ value: 19, label: { en: "19 inches", fr: "19 pouces" } })),
    u_height: plain(42),
    starting_unit: constant(1),
    serial: constant(""),
    desc_units: constant(false),
    ...each(constant(null), "facility_id", "location", "role", "asset_tag", "rack_type"),
    ...each(constant(null), "weight", "max_weight", "weight_unit", "mounting_depth", "airflow"),
    ...each(constant(null), "outer_width", "outer_height", "outer_depth", "outer_unit"),
    ...standardFields,
    ...each(count, "device_count", "powerfeed_count"),
  },
  brief: ["name", "description"],
  display: ({ name }) => String(name),
  order: ({ values }) => [Number(values["site"]), String(values["name"])],
};
