import { constant, count, each, plain, required } from "../fields.ts";
import { booleanFilters } from "../filters/choice-filters.ts";
import { pointingFilters } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Kind } from "../kind.ts";
import { reference } from "../references.ts";
import { same } from "../text.ts";
import { displayName, standardFields } from "./standard-fields.ts";

// An interface has no comments.
const { comments: _none, ...fields } = standardFields;

/** `virtualization/interfaces`. */
export const vmInterfaceKind: Kind = {
  path: "virtualization/interfaces/",
  objectType: "virtualization.vminterface",
  model: "VMInterface",
  noun: same("interface"),
  fields: {
    virtual_machine: reference("virtualization/virtual-machines/", {
      isRequired: true,
      onDelete: "cascade",
    }),
    name: required,
    enabled: plain(true),
    ...each(constant(null), "parent", "bridge", "mtu", "mac_address", "primary_mac_address"),
    ...each(constant(null), "mode", "untagged_vlan", "qinq_svlan", "vlan_translation_policy"),
    ...each(constant(null), "vrf", "l2vpn_termination"),
    ...each(constant([]), "mac_addresses", "tagged_vlans"),
    ...fields,
    ...each(count, "count_ipaddresses", "count_fhrp_groups"),
  },
  brief: ["virtual_machine", "name", "description"],
  display: displayName,
  order: ({ values }) => [Number(values["virtual_machine"]), String(values["name"])],
  filters: {
    ...textFilters("name", "description"),
    ...booleanFilters("enabled"),
    ...pointingFilters("virtual_machine", {
      path: "virtualization/virtual-machines/",
      key: "name",
    }),
    q: searchFilter("name", "description"),
  },
  uniqueTogether: [["virtual_machine", "name"]],
};
