import { errorTexts } from "../error-texts.ts";
import { choice, computed, constant, count, each, plain, required } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Checked, Kind, Place } from "../kind.ts";
import { holderOfAddress, machineInterface, primaryIpFields } from "../primary-ip.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { same } from "../text.ts";
import { displayName, standardFields, statusLabels } from "./standard-fields.ts";

const { offline, active, planned, staged, failed, decommissioning } = statusLabels;
const paused = { en: "Paused", fr: "En pause" };
const statuses = { offline, active, planned, staged, failed, decommissioning, paused };

/** `virtualization/virtual-machines`. */
export const virtualMachineKind: Kind = {
  path: "virtualization/virtual-machines/",
  objectType: "virtualization.virtualmachine",
  model: "VirtualMachine",
  noun: same("virtual machine"),
  fields: {
    name: required,
    status: choice(statuses, "active"),
    start_on_boot: computed(() => ({ value: "off", label: "Off" })),
    site: reference("dcim/sites/"),
    cluster: reference("virtualization/clusters/"),
    role: reference("dcim/device-roles/"),
    tenant: reference("tenancy/tenants/"),
    ...primaryIpFields,
    ...each(plain(null), "vcpus", "memory", "disk"),
    serial: constant(""),
    platform: reference("dcim/platforms/", { onDelete: "clear" }),
    ...each(constant(null), "device", "config_template", "local_context_data"),
    ...standardFields,
    config_context: { ...constant({}), isReadOnly: true },
    ...each(count, "interface_count", "virtual_disk_count"),
  },
  brief: ["name", "description"],
  display: displayName,
  order: ({ id, values }) => [String(values["name"]), id],
  filters: {
    ...textFilters("name", "description"),
    ...choiceFilters("status"),
    ...pointingFilters("site", { path: "dcim/sites/" }),
    ...pointingFilters("cluster", { path: "virtualization/clusters/", key: "name" }),
    ...pointingFilters("role", { path: "dcim/device-roles/" }),
    ...pointingFilters("platform", { path: "dcim/platforms/" }),
    ...pointingIdFilter("primary_ip4", { path: "ipam/ip-addresses/" }),
    ...pointingIdFilter("primary_ip6", { path: "ipam/ip-addresses/" }),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    q: searchFilter("name", "description", "comments"),
  },
  uniqueTogether: [["cluster", "tenant", "name"]],
  // Not recorded: NetBox puts it where its cluster is.
  complete: (values, place) =>
    values["site"] === null ? { ...values, site: siteOfCluster(values, place) } : values,
  check: (row, place) => {
    checkPlace(row, place);
    checkPrimaryIp(row, place);
  },
};

function checkPlace({ values }: Checked, place: Place): void {
  if (values["site"] === null && values["cluster"] === null) {
    throw new Refusal(400, { cluster: [errorTexts.homeless] });
  }
  const site = siteOfCluster(values, place);
  if (values["site"] !== null && site !== null && site !== values["site"]) {
    throw new NotModelled("a virtual machine and its cluster at different sites");
  }
}

function siteOfCluster({ cluster: id }: Row["values"], { store }: Place): unknown {
  const cluster = store.get("virtualization/clusters/", Number(id));
  return cluster?.values["scope_type"] === "dcim.site" ? cluster.values["scope_id"] : null;
}

function checkPrimaryIp({ id, values }: Checked, { store }: Place): void {
  const address = store.get("ipam/ip-addresses/", Number(values["primary_ip4"]));
  if (address && holderOfAddress(address, store, machineInterface) !== id) {
    throw new NotModelled("a primary address that is not the virtual machine's own");
  }
}
