import { errorTexts } from "../error-texts.ts";
import { choice, constant, count, each, plain, required, slug } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Field, Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { FieldRefusal } from "../refusal.ts";
import { same } from "../text.ts";
import {
  displayName,
  orderByName,
  standardFields,
  statusLabels,
  uniqueWords,
} from "./standard-fields.ts";

const { planned, staging, active, decommissioning } = statusLabels;
const retired = { en: "Retired", fr: "Supprimé" };
const statuses = { planned, staging, active, decommissioning, retired };

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
  noun: same("site"),
  fields: {
    name: required,
    slug,
    status: choice(statuses, "active"),
    tenant: reference("tenancy/tenants/"),
    time_zone: timeZone,
    physical_address: plain(""),
    shipping_address: plain(""),
    ...each(constant(null), "region", "group"),
    ...each(plain(null), "latitude", "longitude"),
    facility: plain(""),
    asns: constant([]),
    ...standardFields,
    ...each(count, "circuit_count", "device_count", "prefix_count", "rack_count"),
    ...each(count, "virtualmachine_count", "vlan_count"),
  },
  brief: ["name", "slug", "description"],
  display: displayName,
  order: orderByName,
  filters: {
    ...textFilters("name", "slug", "description"),
    ...choiceFilters("status"),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    q: searchFilter("name", "slug", "description", "physical_address", "comments"),
  },
  unique: uniqueWords,
};
