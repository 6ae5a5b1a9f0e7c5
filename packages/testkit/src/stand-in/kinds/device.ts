import { errorSentences } from "../error-sentences.ts";
import { errorTexts } from "../error-texts.ts";
import { choice, constant, count, each, plain } from "../fields.ts";
import { choiceFilters } from "../filters/choice-filters.ts";
import { pointingFilters, pointingIdFilter } from "../filters/pointing-filters.ts";
import { searchFilter, textFilters } from "../filters/text-filters.ts";
import type { Checked, Kind, Place } from "../kind.ts";
import { deviceInterface, holderOfAddress, primaryIpFields } from "../primary-ip.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { offline, active, planned, staged, failed, decommissioning } = statusLabels;
const inventory = { en: "Inventory", fr: "Inventaire" };
const statuses = { offline, active, planned, staged, failed, inventory, decommissioning };

/** `dcim/devices`; the primary address must be on one of its interfaces. */
export const deviceKind: Kind = {
  path: "dcim/devices/",
  objectType: "dcim.device",
  model: "Device",
  noun: { en: "device", fr: "appareil" },
  fields: {
    name: plain(null),
    device_type: reference("dcim/device-types/", { isRequired: true }),
    role: reference("dcim/device-roles/", { isRequired: true }),
    site: reference("dcim/sites/", { isRequired: true }),
    rack: reference("dcim/racks/", { brief: ["name", "description"] }),
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    ...primaryIpFields,
    serial: plain(""),
    asset_tag: plain(null),
    config_context: { ...constant({}), isReadOnly: true },
    platform: reference("dcim/platforms/", { onDelete: "clear" }),
    ...each(constant(null), "location", "position", "face", "latitude"),
    ...each(constant(null), "longitude", "parent_device", "airflow", "oob_ip"),
    ...each(constant(null), "cluster", "virtual_chassis", "vc_position", "vc_priority"),
    ...each(constant(null), "config_template", "local_context_data"),
    ...standardFields,
    ...each(count, "console_port_count", "console_server_port_count", "power_port_count"),
    ...each(count, "power_outlet_count", "interface_count", "front_port_count"),
    ...each(count, "rear_port_count", "device_bay_count", "module_bay_count"),
    inventory_item_count: count,
  },
  brief: ["name", "description"],
  display: ({ values: { name, asset_tag: tag } }) =>
    typeof tag === "string" ? `${String(name)} (${tag})` : String(name),
  order: ({ id, values }) => [String(values["name"]), id],
  filters: {
    ...textFilters("name", "description"),
    ...choiceFilters("status"),
    ...pointingFilters("site", { path: "dcim/sites/" }),
    ...pointingFilters("tenant", { path: "tenancy/tenants/" }),
    ...pointingFilters("role", { path: "dcim/device-roles/" }),
    ...pointingFilters("platform", { path: "dcim/platforms/" }),
    ...pointingFilters("device_type", { path: "dcim/device-types/" }),
    ...pointingFilters("manufacturer", {
      path: "dcim/manufacturers/",
      idOf: ({ values }, { store }) =>
        store.get("dcim/device-types/", Number(values["device_type"]))?.values["manufacturer"],
    }),
    ...pointingIdFilter("primary_ip4", { path: "ipam/ip-addresses/" }),
    ...pointingIdFilter("primary_ip6", { path: "ipam/ip-addresses/" }),
    ...pointingIdFilter("oob_ip", { path: "ipam/ip-addresses/" }),
    ...pointingIdFilter("cluster", { path: "virtualization/clusters/" }),
    ...pointingIdFilter("rack", { path: "dcim/racks/" }),
    q: searchFilter("name", "description", "comments"),
  },
  check: (row, place) => {
    checkName(row, place);
    checkAssetTag(row, place);
    checkPrimaryIp(row, place);
  },
  isMadeOneByOne: true,
};

function checkName({ id, values }: Checked, { store }: Place): void {
  const hasTwin = store
    .rows("dcim/devices/")
    .some(
      (row) =>
        row.id !== id &&
        ["name", "site", "tenant"].every((field) => row.values[field] === values[field]),
    );
  if (hasTwin && values["tenant"] === null) {
    throw new NotModelled("two devices of one name without a tenant");
  }
  if (hasTwin) {
    throw new Refusal(400, { __all__: [errorTexts.deviceName] });
  }
}

function checkAssetTag({ id, values: { asset_tag: tag } }: Checked, { store }: Place): void {
  const hasTwin = store
    .rows("dcim/devices/")
    .some((row) => row.id !== id && row.values["asset_tag"] === tag);
  if (tag !== null && hasTwin) {
    throw new NotModelled("two devices with one asset tag");
  }
}

function checkPrimaryIp({ id, values }: Checked, { store }: Place): void {
  const address = store.get("ipam/ip-addresses/", Number(values["primary_ip4"]));
  if (address && holderOfAddress(address, store, deviceInterface) !== id) {
    const problem = errorSentences.notItsAddress(String(address.values["address"]));
    throw new Refusal(400, { primary_ip4: [problem] });
  }
}
