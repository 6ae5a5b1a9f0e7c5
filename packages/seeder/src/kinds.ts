import type { KindName } from "./kind-name.ts";
import { clusterKind } from "./kinds/cluster.ts";
import { clusterTypeKind } from "./kinds/cluster-type.ts";
import { customFieldKind } from "./kinds/custom-field.ts";
import { customFieldChoiceSetKind } from "./kinds/custom-field-choice-set.ts";
import { deviceKind } from "./kinds/device.ts";
import { deviceRoleKind } from "./kinds/device-role.ts";
import { deviceTypeKind } from "./kinds/device-type.ts";
import { eventRuleKind } from "./kinds/event-rule.ts";
import { groupKind } from "./kinds/group.ts";
import { interfaceKind } from "./kinds/interface.ts";
import { ipAddressKind } from "./kinds/ip-address.ts";
import { ipRangeKind } from "./kinds/ip-range.ts";
import { journalEntryKind } from "./kinds/journal-entry.ts";
import { manufacturerKind } from "./kinds/manufacturer.ts";
import { objectPermissionKind } from "./kinds/object-permission.ts";
import { platformKind } from "./kinds/platform.ts";
import { prefixKind } from "./kinds/prefix.ts";
import { rackKind } from "./kinds/rack.ts";
import { serviceKind } from "./kinds/service.ts";
import { siteKind } from "./kinds/site.ts";
import { tagKind } from "./kinds/tag.ts";
import { tenantKind } from "./kinds/tenant.ts";
import { tenantGroupKind } from "./kinds/tenant-group.ts";
import { tokenKind } from "./kinds/token.ts";
import { userKind } from "./kinds/user.ts";
import { virtualMachineKind } from "./kinds/virtual-machine.ts";
import { webhookKind } from "./kinds/webhook.ts";
import type { SeedKind } from "./seed-kind.ts";

/** Every kind that seed files can describe. */
export const kinds: readonly SeedKind[] = [
  tagKind,
  customFieldChoiceSetKind,
  customFieldKind,
  tenantGroupKind,
  tenantKind,
  siteKind,
  rackKind,
  manufacturerKind,
  deviceTypeKind,
  deviceRoleKind,
  platformKind,
  deviceKind,
  interfaceKind,
  prefixKind,
  ipRangeKind,
  ipAddressKind,
  serviceKind,
  clusterTypeKind,
  clusterKind,
  virtualMachineKind,
  webhookKind,
  eventRuleKind,
  objectPermissionKind,
  groupKind,
  userKind,
  tokenKind,
  journalEntryKind,
];

const byName = new Map<KindName, SeedKind>(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name. */
export function kindOf(name: KindName): SeedKind {
  const kind = byName.get(name);
  if (!kind) {
    throw new TypeError(`no kind ${name}`);
  }
  return kind;
}
