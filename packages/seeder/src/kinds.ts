import type { KindName } from "./kind-name.ts";
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
import type { SeedKind } from "./seed-kind.ts";

/** Every kind that seed files can describe. */
export const kinds: readonly SeedKind[] = [
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

const byName = new Map<KindName, SeedKind>(kinds.map((kind) => [kind.name, kind]));

/** The kind of that name. */
export function kindOf(name: KindName): SeedKind {
  const kind = byName.get(name);
  if (!kind) {
    throw new TypeError(`no kind ${name}`);
  }
  return kind;
}
