import { errorSentences } from "../error-sentences.ts";
import { errorTexts } from "../error-texts.ts";
import { choice, computed, constant, count, each, plain } from "../fields.ts";
import type { Field, Kind, Place } from "../kind.ts";
import { reference } from "../references.ts";
import { NotModelled, Refusal } from "../refusal.ts";
import type { Row } from "../store.ts";
import { same } from "../text.ts";
import { standardFields, statusLabels } from "./standard-fields.ts";

const { active, planned, decommissioning } = statusLabels;
const statuses = {
  offline: same("Offline"),
  active,
  planned,
  staged: same("Staged"),
  failed: same("Failed"),
  inventory: same("Inventory"),
  decommissioning,
};

const primaryIp4 = reference("ipam/ip-addresses/");
const primaryIp: Field = computed((_, place, row) =>
  primaryIp4.render?.(row.values["primary_ip4"], place, row),
);

/** `dcim/devices`; the primary address must be on one of its interfaces. */
export const deviceKind: Kind = {
  path: "dcim/devices/",
  objectType: "dcim.device",
  model: "Device",
  fields: {
    name: plain(null),
    device_type: reference("dcim/device-types/", true),
    role: reference("dcim/device-roles/", true),
    site: reference("dcim/sites/", true),
    rack: reference("dcim/racks/"),
    tenant: reference("tenancy/tenants/"),
    status: choice(statuses, "active"),
    primary_ip: primaryIp,
    primary_ip4: primaryIp4,
    serial: constant(""),
    config_context: { ...constant({}), isReadOnly: true },
    ...each(constant(null), "platform", "asset_tag", "location", "position", "face", "latitude"),
    ...each(constant(null), "longitude", "parent_device", "airflow", "primary_ip6", "oob_ip"),
    ...each(constant(null), "cluster", "virtual_chassis", "vc_position", "vc_priority"),
    ...each(constant(null), "config_template", "local_context_data"),
    ...standardFields,
    ...each(count, "console_port_count", "console_server_port_count", "power_port_count"),
    ...each(count, "power_outlet_count", "interface_count", "front_port_count"),
    ...each(count, "rear_port_count", "device_bay_count", "module_bay_count"),
    inventory_item_count: count,
  },
  brief: ["name", "description"],
  display: ({ name }) => String(name),
  order: ({ id, values }) => [String(values["name"]), id],
  check: (row, place) => {
    checkName(row, place);
    checkPrimaryIp(row, place);
  },
  isMadeOneByOne: true,
};

type Checked = Parameters<NonNullable<Kind["check"]>>[0];

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

function checkPrimaryIp({ id, values }: Checked, { store }: Place): void {
  const address = store.get("ipam/ip-addresses/", Number(values["primary_ip4"]));
  if (address && deviceOf(address, store) !== id) {
    const problem = errorSentences.notItsAddress(String(address.values["address"]));
    throw new Refusal(400, { primary_ip4: [problem] });
  }
}

function deviceOf({ values }: Row, store: Place["store"]): unknown {
  return values["assigned_object_type"] === "dcim.interface"
    ? store.get("dcim/interfaces/", Number(values["assigned_object_id"]))?.values["device"]
    : undefined;
}
