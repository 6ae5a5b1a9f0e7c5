import { errorTexts } from "../error-texts.ts";
import { choice, constant, count, each, plain, required, slug } from "../fields.ts";
import type { Field, Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { FieldRefusal } from "../refusal.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels, uniqueWords } from "./standard-fields.ts";

const { planned, active, decommissioning } = statusLabels;
const statuses = {
  planned,
  staging: same("Staging"),
  active,
  decommissioning,
  retired: same("Retired"),
};

const timeZone: Field = {
  initial: null,
  parse: (sent) => {
    const known: readonly unknown[] = Intl.supportedValuesOf("timeZone");
    if (sent !== null && !known.includes(sent)) {
      throw new FieldRefusal(errorTexts.timeZone);
    }
    return sent;
  },
};

/** `dcim/sites`. */
export const siteKind: Kind = {
  path: "dcim/sites/",
  objectType: "dcim.site",
  model: "Site",
  fields: {
    name: required,
    slug,
    status: choice(statuses, "active"),
    tenant: reference("tenancy/tenants/"),
    time_zone: timeZone,
    physical_address: plain(""),
    shipping_address: plain(""),
    ...each(constant(null), "region", "group", "latitude", "longitude"),
    facility: constant(""),
    asns: constant([]),
    ...standardFields,
    ...each(count, "circuit_count", "device_count", "prefix_count", "rack_count"),
    ...each(count, "virtualmachine_count", "vlan_count"),
  },
  brief: ["name", "slug", "description"],
  display: ({ name }) => String(name),
  order: ({ values }) => [String(values["name"])],
  unique: { noun: same("site"), fields: uniqueWords },
};
