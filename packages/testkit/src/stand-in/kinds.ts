import type { Kind } from "./kind.ts";
import { clusterTypeKind } from "./kinds/cluster-type.ts";
import { clusterKind } from "./kinds/cluster.ts";
import { customFieldChoiceSetKind } from "./kinds/custom-field-choice-set.ts";
import { customFieldKind } from "./kinds/custom-field.ts";
import { deviceRoleKind } from "./kinds/device-role.ts";
import { deviceTypeKind } from "./kinds/device-type.ts";
import { deviceKind } from "./kinds/device.ts";
import { eventRuleKind } from "./kinds/event-rule.ts";
import { groupKind } from "./kinds/group.ts";
import { interfaceKind } from "./kinds/interface.ts";
import { ipAddressKind } from "./kinds/ip-address.ts";
import { ipRangeKind } from "./kinds/ip-range.ts";
import { journalEntryKind } from "./kinds/journal-entry.ts";
import { manufacturerKind } from "./kinds/manufacturer.ts";
import { objectChangeKind } from "./kinds/object-change.ts";
import { objectPermissionKind } from "./kinds/object-permission.ts";
import { platformKind } from "./kinds/platform.ts";
import { prefixKind } from "./kinds/prefix.ts";
import { rackKind } from "./kinds/rack.ts";
import { serviceKind } from "./kinds/service.ts";
import { siteKind } from "./kinds/site.ts";
import { tagKind } from "./kinds/tag.ts";
import { tenantGroupKind } from "./kinds/tenant-group.ts";
import { tenantKind } from "./kinds/tenant.ts";
import { tokenKind } from "./kinds/token.ts";
import { userKind } from "./kinds/user.ts";
import { virtualMachineKind } from "./kinds/virtual-machine.ts";
import { vmInterfaceKind } from "./kinds/vm-interface.ts";
import { webhookKind } from "./kinds/webhook.ts";

/** Every kind of object that the stand-in has. */
export const kinds: readonly Kind[] = [
  userKind,
  groupKind,
  objectPermissionKind,
  tokenKind,
  objectChangeKind,
  tagKind,
  customFieldChoiceSetKind,
  customFieldKind,
  webhookKind,
  eventRuleKind,
  journalEntryKind,
  tenantGroupKind,
  tenantKind,
  siteKind,
  rackKind,
  manufacturerKind,
  deviceTypeKind,
  deviceRoleKind,
  platformKind,
  // Prefixes before devices: so they come in the answers that name what protects a tenant.
  prefixKind,
  deviceKind,
  interfaceKind,
  ipAddressKind,
  ipRangeKind,
  serviceKind,
  clusterTypeKind,
  clusterKind,
  virtualMachineKind,
  vmInterfaceKind,
];
