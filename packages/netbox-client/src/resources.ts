import { clusterResource } from "./resources/cluster.ts";
import { clusterGroupResource } from "./resources/cluster-group.ts";
import { clusterTypeResource } from "./resources/cluster-type.ts";
import { customFieldResource } from "./resources/custom-field.ts";
import { customFieldChoiceSetResource } from "./resources/custom-field-choice-set.ts";
import { deviceResource } from "./resources/device.ts";
import { deviceRoleResource } from "./resources/device-role.ts";
import { deviceTypeResource } from "./resources/device-type.ts";
import { eventRuleResource } from "./resources/event-rule.ts";
import { groupResource } from "./resources/group.ts";
import { interfaceResource } from "./resources/interface.ts";
import { ipAddressResource } from "./resources/ip-address.ts";
import { ipRangeResource } from "./resources/ip-range.ts";
import { journalEntryResource } from "./resources/journal-entry.ts";
import { manufacturerResource } from "./resources/manufacturer.ts";
import { objectChangeResource } from "./resources/object-change.ts";
import { objectPermissionResource } from "./resources/object-permission.ts";
import { platformResource } from "./resources/platform.ts";
import { prefixResource } from "./resources/prefix.ts";
import { rackResource } from "./resources/rack.ts";
import { serviceResource } from "./resources/service.ts";
import { siteResource } from "./resources/site.ts";
import { tagResource } from "./resources/tag.ts";
import { tenantResource } from "./resources/tenant.ts";
import { tenantGroupResource } from "./resources/tenant-group.ts";
import { tokenResource } from "./resources/token.ts";
import { userResource } from "./resources/user.ts";
import { virtualMachineResource } from "./resources/virtual-machine.ts";
import { vmInterfaceResource } from "./resources/vm-interface.ts";
import { vrfResource } from "./resources/vrf.ts";
import { webhookResource } from "./resources/webhook.ts";

/** Every kind of object that the client has types for, by the name of its endpoint. */
export const resources = {
  tags: tagResource,
  customFields: customFieldResource,
  customFieldChoiceSets: customFieldChoiceSetResource,
  tenantGroups: tenantGroupResource,
  tenants: tenantResource,
  sites: siteResource,
  racks: rackResource,
  manufacturers: manufacturerResource,
  deviceTypes: deviceTypeResource,
  deviceRoles: deviceRoleResource,
  platforms: platformResource,
  devices: deviceResource,
  interfaces: interfaceResource,
  vrfs: vrfResource,
  prefixes: prefixResource,
  ipRanges: ipRangeResource,
  ipAddresses: ipAddressResource,
  services: serviceResource,
  clusterTypes: clusterTypeResource,
  clusterGroups: clusterGroupResource,
  clusters: clusterResource,
  virtualMachines: virtualMachineResource,
  vmInterfaces: vmInterfaceResource,
  webhooks: webhookResource,
  eventRules: eventRuleResource,
  journalEntries: journalEntryResource,
  users: userResource,
  groups: groupResource,
  objectPermissions: objectPermissionResource,
  tokens: tokenResource,
  objectChanges: objectChangeResource,
} as const;
