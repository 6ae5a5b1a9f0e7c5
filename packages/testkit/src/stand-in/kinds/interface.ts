import { choice, constant, count, each, plain, required } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Field, Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { NotModelled } from "../refusal.ts";
import { same } from "../text.ts";
import { standardFields } from "./standard-fields.ts";

const types = {
  virtual: { en: "Virtual", fr: "Virtuel" },
  bridge: { en: "Bridge", fr: "Passerelle" },
  lag: {
    en: "Link Aggregation Group (LAG)",
    fr: "Groupe d'agrégation de liens (LAG)",
  },
  "1000base-t": same("1000BASE-T (1GE)"),
  "2.5gbase-t": same("2.5GBASE-T (2.5GE)"),
  "10gbase-t": same("10GBASE-T (10GE)"),
  "10gbase-x-sfpp": same("SFP+ (10GE)"),
  "25gbase-x-sfp28": same("SFP28 (25GE)"),
  other: { en: "Other", fr: "Autres" },
};

const modes = {
  access: { en: "Access", fr: "Accès" },
  tagged: { en: "Tagged", fr: "Tagué" },
  "tagged-all": { en: "Tagged (All)", fr: "Tagué (Tous)" },
};

const knownType = choice(types, null);
const type: Field = {
  ...knownType,
  isRequired: true,
  parse: (sent, place, before) => {
    if (typeof sent === "string" && !Object.hasOwn(types, sent)) {
      throw new NotModelled(`interfaces of the type ${sent}`);
    }
    return knownType.parse?.(sent, place, before);
  },
};

// An interface has no comments.
const { comments: _none, ...fields } = standardFields;

/** `dcim/interfaces`. */
export const interfaceKind: Kind = {
  path: "dcim/interfaces/",
  objectType: "dcim.interface",
  model: "Interface",
  noun: same("interface"),
  fields: {
    device: reference("dcim/devices/", { isRequired: true, onDelete: "cascade" }),
    name: required,
    label: plain(""),
    type,
    enabled: plain(true),
    ...each(constant([]), "vdcs", "bridge_interfaces", "mac_addresses", "tagged_vlans"),
    ...each(constant([]), "link_peers", "wireless_lans"),
    ...each(constant(null), "module", "parent", "bridge", "lag", "mac_address"),
    mtu: plain(null),
    mode: choice(modes, null),
    ...each(constant(null), "primary_mac_address", "speed", "duplex", "wwn", "rf_role"),
    ...each(constant(null), "rf_channel", "poe_mode", "poe_type", "rf_channel_frequency"),
    ...each(constant(null), "rf_channel_width", "tx_power", "untagged_vlan", "qinq_svlan"),
    ...each(constant(null), "vlan_translation_policy", "cable", "cable_end", "wireless_link"),
    ...each(constant(null), "link_peers_type", "vrf", "l2vpn_termination"),
    ...each(constant(null), "connected_endpoints", "connected_endpoints_type"),
    connected_endpoints_reachable: constant(null),
    ...each(constant(false), "mgmt_only", "mark_connected", "_occupied"),
    ...fields,
    ...each(count, "count_ipaddresses", "count_fhrp_groups"),
  },
  brief: ["device", "name", "description", "cable", "_occupied"],
  display: ({ values }) => String(values["name"]),
  order: ({ values }) => [Number(values["device"]), String(values["name"])],
  filters: {
    ...textFilters("name", "label", "description"),
    ...booleanFilters("enabled"),
    ...pointingIdFilter("lag", { path: "dcim/interfaces/" }),
    ...pointingIdFilter("bridge", { path: "dcim/interfaces/" }),
    ...pointingFilters("device", { path: "dcim/devices/", key: "name" }),
    q: searchFilter("name", "label", "description"),
  },
  uniqueTogether: [["device", "name"]],
};
