/** The kinds of objects that seed files describe, in NetBox's own words. */
export const kindNames = [
  "tag",
  "custom-field",
  "tenant-group",
  "tenant",
  "site",
  "rack",
  "manufacturer",
  "device-type",
  "device-role",
  "device",
  "interface",
  "prefix",
  "ip-address",
  "service",
] as const;

/** One of {@link kindNames}. */
export type KindName = (typeof kindNames)[number];
