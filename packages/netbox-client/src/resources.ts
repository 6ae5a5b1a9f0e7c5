import { customFieldResource } from "./resources/custom-field.ts";
import { deviceRoleResource } from "./resources/device-role.ts";
import { deviceTypeResource } from "./resources/device-type.ts";
import { deviceResource } from "./resources/device.ts";
import { interfaceResource } from "./resources/interface.ts";
import { ipAddressResource } from "./resources/ip-address.ts";
import { manufacturerResource } from "./resources/manufacturer.ts";
import { prefixResource } from "./resources/prefix.ts";
import { rackResource } from "./resources/rack.ts";
import { serviceResource } from "./resources/service.ts";
import { siteResource } from "./resources/site.ts";
import { tagResource } from "./resources/tag.ts";
import { tenantGroupResource } from "./resources/tenant-group.ts";
import { tenantResource } from "./resources/tenant.ts";

/** Every kind of object that the client has types for, by the name of its endpoint. */
export const resources = {
  tags: tagResource,
  customFields: customFieldResource,
  tenantGroups: tenantGroupResource,
  tenants: tenantResource,
  sites: siteResource,
  racks: rackResource,
  manufacturers: manufacturerResource,
  deviceTypes: deviceTypeResource,
  deviceRoles: deviceRoleResource,
  devices: deviceResource,
  interfaces: interfaceResource,
  prefixes: prefixResource,
  ipAddresses: ipAddressResource,
  services: serviceResource,
} as const;
