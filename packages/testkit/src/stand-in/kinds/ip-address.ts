import { errorSentences } from "../error-sentences.ts";
import { choice, constant, each, plain } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { hostsWithin, inNoVrf, sameAddress, searchNetworks } from "../filters/network-filters.ts";
import { numberFilters } from "../filters/number-filters.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { textFilters } from "../filters/text-filters.ts";
import { typeFilter } from "../filters/type-filter.ts";
import type { Checked, Kind, Place } from "../kind.ts";
import { family, networkField, networkIn } from "../network-field.ts";
import {
  deviceInterface,
  holderOfAddress,
  type InterfacePath,
  machineInterface,
} from "../primary-ip.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import { checkTarget, type TargetFields, targetFields } from "../targets.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { active, reserved, deprecated } = statusLabels;
const statuses = { active, reserved, deprecated, dhcp: same("DHCP"), slaac: same("SLAAC") };
const roles = {
  loopback: { en: "Loopback", fr: "Bouclage" },
  secondary: { en: "Secondary", fr: "Secondaire" },
  anycast: same("Anycast"),
  vip: same("VIP"),
  vrrp: same("VRRP"),
  hsrp: same("HSRP"),
  glbp: same("GLBP"),
  carp: same("CARP"),
};
const interfaces: readonly InterfacePath[] = [deviceInterface, machineInterface];
const assigned: TargetFields = {
  type: "assigned_object_type",
  id: "assigned_object_id",
  object: "assigned_object",
  // Recorded for the interface of a virtual machine; that of a device does the same.
  onDelete: (type) =>
    interfaces.some(({ objectType }) => objectType === type) ? "cascade" : "unknown",
};

/** `ipam/ip-addresses`, IPv4; unique by host address, whatever the mask. */
export const ipAddressKind: Kind = {
  path: "ipam/ip-addresses/",
  objectType: "ipam.ipaddress",
  model: "IPAddress",
  noun: same("IP address"),
  fields: {
    family,
    address: networkField,
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    ...targetFields(assigned),
    dns_name: { ...plain(""), parse: (sent) => String(sent).toLowerCase() },
    nat_outside: constant([]),
    role: choice(roles, null),
    ...each(constant(null), "vrf", "nat_inside"),
    ...standardFields,
  },
  brief: ["family", "address", "description"],
  display: ({ values }) => String(values["address"]),
  order: ({ id, values }) => [networkIn(values["address"]).address, id],
  filters: {
    ...textFilters("dns_name", "description"),
    ...choiceFilters("status"),
    ...pointingIdFilter("nat_inside", { path: "ipam/ip-addresses/" }),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    ...holderFilters("device", "dcim/devices/", deviceInterface),
    ...holderFilters("virtual_machine", "virtualization/virtual-machines/", machineInterface),
    ...interfaceFilters("interface", deviceInterface),
    ...interfaceFilters("vminterface", machineInterface),
    ...numberFilters("assigned_object_id", ({ values }) => values["assigned_object_id"]),
    assigned_object_type: typeFilter("assigned_object_type"),
    address: sameAddress("address"),
    parent: hostsWithin("address"),
    vrf_id: inNoVrf,
    q: searchNetworks(["address"], ["dns_name", "description"]),
  },
  check: (row, place) => {
    checkTarget(assigned, row, place);
    refuseDuplicate(row, place);
    refuseUnrecorded(row, place);
  },
};

function refuseDuplicate({ id, values }: Checked, { store }: Place): void {
  const { address } = networkIn(values["address"]);
  const twin = store
    .rows("ipam/ip-addresses/")
    .find((row) => row.id !== id && networkIn(row.values["address"]).address === address);
  if (twin) {
    const problem = errorSentences.duplicateAddress(String(twin.values["address"]));
    throw new Refusal(400, { address: [problem] });
  }
}

function refuseUnrecorded({ id, values }: Checked, { store }: Place): void {
  const { address } = networkIn(values["address"]);
  const isPopulated = store
    .rows("ipam/ip-ranges/")
    .filter((range) => range.values["mark_populated"] === true)
    .some(
      (range) =>
        networkIn(range.values["start_address"]).address <= address &&
        networkIn(range.values["end_address"]).address >= address,
    );
  if (isPopulated) {
    throw new NotModelled("an address in a range that is marked as populated");
  }
  const before = id === undefined ? undefined : store.get("ipam/ip-addresses/", id);
  const isMoved = before?.values["assigned_object_id"] !== values["assigned_object_id"];
  if (before && isMoved && isPrimary(before.id, store)) {
    throw new NotModelled("moving the primary address of something to another interface");
  }
}

function isPrimary(id: number, store: Place["store"]): boolean {
  return ["dcim/devices/", "virtualization/virtual-machines/"].some((path) =>
    store.rows(path).some(({ values }) => values["primary_ip4"] === id),
  );
}

// Not recorded: what does not exist has no addresses, whereas elsewhere it is refused.
function holderFilters(name: string, path: string, interfacePath: InterfacePath) {
  return pointingFilters(name, {
    path,
    key: "name",
    idOf: (row, { store }) => holderOfAddress(row, store, interfacePath),
    isLenient: true,
  });
}

function interfaceFilters(name: string, { objectType, path }: InterfacePath) {
  return pointingFilters(name, {
    path,
    key: "name",
    idOf: ({ values }) =>
      values["assigned_object_type"] === objectType ? values["assigned_object_id"] : undefined,
  });
}
