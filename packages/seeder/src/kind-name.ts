/** The kinds of objects that seed files describe, in NetBox's own words. */
export type KindName =
  | "tag"
  | "custom-field"
  | "tenant-group"
  | "tenant"
  | "site"
  | "rack"
  | "manufacturer"
  | "device-type"
  | "device-role"
  | "device"
  | "interface"
  | "prefix"
  | "ip-address"
  | "service";
