import type { StandInAnswer, StandInRequest } from "./exchange-types.ts";
import { NotModelled } from "./refusal.ts";

// Kinds of which nothing can be made here, by what our packages find them. All are in NetBox's
// OpenAPI document.
const filtersOf: Readonly<Record<string, string>> = {
  "circuits/circuit-terminations/": "site_id",
  "circuits/virtual-circuit-terminations/": "interface_id",
  "dcim/cable-terminations/": "termination_id termination_type",
  "dcim/console-port-templates/": "device_type_id",
  "dcim/console-ports/": "device_id",
  "dcim/console-server-port-templates/": "device_type_id",
  "dcim/console-server-ports/": "device_id",
  "dcim/device-bay-templates/": "device_type_id",
  "dcim/device-bays/": "device_id installed_device_id",
  "dcim/front-port-templates/": "device_type_id",
  "dcim/front-ports/": "device_id",
  "dcim/interface-templates/": "device_type_id",
  "dcim/inventory-item-templates/": "device_type_id",
  "dcim/inventory-items/": "device_id component_id component_type",
  "dcim/locations/": "site_id",
  "dcim/mac-addresses/": "device_id interface_id virtual_machine_id",
  "dcim/module-bay-templates/": "device_type_id",
  "dcim/module-bays/": "device_id",
  "dcim/modules/": "device_id",
  "dcim/power-outlet-templates/": "device_type_id",
  "dcim/power-outlets/": "device_id",
  "dcim/power-port-templates/": "device_type_id",
  "dcim/power-ports/": "device_id",
  "dcim/rack-reservations/": "rack_id",
  "dcim/rear-port-templates/": "device_type_id",
  "dcim/rear-ports/": "device_id",
  "dcim/virtual-chassis/": "master_id",
  "dcim/virtual-device-contexts/": "primary_ip4_id primary_ip6_id",
  "extras/config-contexts/":
    "cluster_id cluster_type_id device_role_id device_type_id platform_id site_id tag_id tenant_group_id tenant_id",
  "extras/saved-filters/": "user_id",
  "ipam/fhrp-group-assignments/": "device_id interface_id interface_type virtual_machine_id",
  "ipam/vlan-groups/": "scope_id scope_type",
  "ipam/vrfs/": "name rd",
  "users/owners/": "user_group_id user_id",
  "virtualization/cluster-groups/": "name slug",
  "virtualization/virtual-disks/": "virtual_machine_id",
  "vpn/l2vpn-terminations/": "device_id interface_id virtual_machine_id",
  "vpn/tunnel-terminations/": "interface_id",
  "wireless/wireless-lans/": "site_id",
};

const always = ["limit", "offset", "ordering", "id__gt", "fields", "brief"];

/** The empty list of a kind that the stand-in has nothing of; undefined for any other request. */
export function answerEmptyList({
  method,
  path,
  query,
}: StandInRequest): StandInAnswer | undefined {
  const filters = filtersOf[path.replace(/^\/api\//, "")];
  if (filters === undefined || method !== "GET") {
    return undefined;
  }
  const known = new Set([...always, ...filters.split(" ")]);
  const unknown = [...query.keys()].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new NotModelled(`the filter ${unknown} of ${path.replace(/^\/api\//, "")}`);
  }
  return { status: 200, body: { count: 0, next: null, previous: null, results: [] } };
}
