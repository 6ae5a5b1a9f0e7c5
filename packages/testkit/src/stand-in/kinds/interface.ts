import { choice, constant, count, each, plain, required } from "../fields.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { refuseTwin } from "../refuse-twin.ts";
import { same } from "../text.ts";
import { standardFields } from "./standard-fields.ts";

const types = {
  virtual: { en: "Virtual", fr: "Virtuel" },
  bridge: same("Bridge"),
  lag: same("Link Aggregation Group (LAG)"),
  "1000base-t": same("1000BASE-T (1GE)"),
  other: same("Other"),
};

// An interface has no comments.
const { comments: _none, ...fields } = standardFields;

/** `dcim/interfaces`. */
export const interfaceKind: Kind = {
  path: "dcim/interfaces/",
  objectType: "dcim.interface",
  model: "Interface",
  fields: {
    device: reference("dcim/devices/", true),
    name: required,
    label: plain(""),
    type: { ...choice(types, null), isRequired: true },
    enabled: plain(true),
    ...each(constant([]), "vdcs", "bridge_interfaces", "mac_addresses", "tagged_vlans"),
    ...each(constant([]), "link_peers", "wireless_lans"),
    ...each(constant(null), "module", "parent", "bridge", "lag", "mtu", "mac_address"),
    ...each(constant(null), "primary_mac_address", "speed", "duplex", "wwn", "mode", "rf_role"),
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
  display: ({ name }) => String(name),
  order: ({ values }) => [Number(values["device"]), String(values["name"])],
  check: (row, place) => {
    refuseTwin(row, place, ["device", "name"]);
  },
};
