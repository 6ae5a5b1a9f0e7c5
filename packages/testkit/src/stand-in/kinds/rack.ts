import { choice, computed, constant, count, each, plain, required } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { same } from "../text.ts";
import { displayName, standardFields, statusLabels } from "./standard-fields.ts";

const { reserved, planned, active, deprecated } = statusLabels;
const available = { en: "Available", fr: "Disponible" };
const statuses = { reserved, available, planned, active, deprecated };
const formFactors = {
  "2-post-frame": { en: "2-post frame", fr: "Châssis à 2 montants" },
  "4-post-frame": { en: "4-post frame", fr: "Châssis à 4 montants" },
  "4-post-cabinet": { en: "4-post cabinet", fr: "Armoire à 4 montants" },
  "wall-frame": { en: "Wall-mounted frame", fr: "Châssis mural" },
  "wall-frame-vertical": { en: "Wall-mounted frame (vertical)", fr: "Châssis mural (vertical)" },
  "wall-cabinet": { en: "Wall-mounted cabinet", fr: "Armoire murale" },
  "wall-cabinet-vertical": {
    en: "Wall-mounted cabinet (vertical)",
    fr: "Armoire murale (verticale)",
  },
};

/** `dcim/racks`; a `type` is dropped in silence, as NetBox does. */
export const rackKind: Kind = {
  path: "dcim/racks/",
  objectType: "dcim.rack",
  model: "Rack",
  noun: same("rack"),
  fields: {
    name: required,
    site: reference("dcim/sites/", { isRequired: true }),
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    form_factor: choice(formFactors, null),
    width: computed(() => ({ value: 19, label: { en: "19 inches", fr: "19 pouces" } })),
    u_height: plain(42),
    starting_unit: constant(1),
    serial: plain(""),
    desc_units: constant(false),
    ...each(constant(null), "facility_id", "location", "role", "asset_tag", "rack_type"),
    ...each(constant(null), "weight", "max_weight", "weight_unit", "mounting_depth", "airflow"),
    ...each(constant(null), "outer_width", "outer_height", "outer_depth", "outer_unit"),
    ...standardFields,
    ...each(count, "device_count", "powerfeed_count"),
  },
  brief: ["name", "description", "device_count"],
  display: displayName,
  order: ({ values }) => [Number(values["site"]), String(values["name"])],
  filters: {
    ...textFilters("name", "description"),
    ...choiceFilters("status", "form_factor"),
    ...pointingFilters("site", { path: "dcim/sites/" }),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    q: searchFilter("name", "description", "comments"),
  },
};
