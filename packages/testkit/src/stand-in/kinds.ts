import type { Kind } from "./kind.ts";
import { customFieldKind } from "./kinds/custom-field.ts";
import { deviceRoleKind } from "./kinds/device-role.ts";
import { deviceTypeKind } from "./kinds/device-type.ts";
import { deviceKind } from "./kinds/device.ts";
import { interfaceKind } from "./kinds/interface.ts";
import { ipAddressKind } from "./kinds/ip-address.ts";
import { manufacturerKind } from "./kinds/manufacturer.ts";
import { prefixKind } from "./kinds/prefix.ts";
import { rackKind } from "./kinds/rack.ts";
import { serviceKind } from "./kinds/service.ts";
import { siteKind } from "./kinds/site.ts";
import { tagKind } from "./kinds/tag.ts";
import { tenantGroupKind } from "./kinds/tenant-group.ts";
import { tenantKind } from "./kinds/tenant.ts";

/** Every kind of object that the stand-in has. */
export const kinds: readonly Kind[] = [
  tagKind,
  customFieldKind,
  tenantGroupKind,
  tenantKind,
  siteKind,
  rackKind,
  manufacturerKind,
  deviceTypeKind,
  deviceRoleKind,
  deviceKind,
  interfaceKind,
  prefixKind,
  ipAddressKind,
  serviceKind,
];
