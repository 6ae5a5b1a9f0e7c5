import type { PynetboxKey } from "./open-pynetbox.ts";

type Entry = Readonly<Record<string, unknown>>;

/** A seed file as data: entries by the name of their list. */
export type SeedLists = Readonly<Record<string, readonly Entry[]>>;

const deviceCount = 250;
const prefixCount = 80;

/** A seed of 2,000 objects, in the proportions of a small provider. Pure. */
export function generateSeed(): SeedLists {
  return { ...generateOrganization(), ...generateDevices() };
}

function generateOrganization(): SeedLists {
  return {
    "tenant-groups": numbers(5).map((n) => named("group", n)),
    tenants: numbers(45).map((n) => ({ ...named("tenant", n), group: `group-${n % 5}` })),
    sites: numbers(50).map((n) => ({ ...named("site", n), tenant: tenantOf(n) })),
    racks: numbers(50).map((n) => ({ name: `rack-${n}`, site: siteOf(n), u_height: 42 })),
    manufacturers: numbers(5).map((n) => named("maker", n)),
    "device-types": numbers(10).map((n) => ({
      model: `type-${n}`,
      slug: `type-${n}`,
      manufacturer: `maker-${n % 5}`,
    })),
    "device-roles": numbers(5).map((n) => named("role", n)),
    prefixes: numbers(prefixCount).map((n) => ({ prefix: `10.50.${n}.0/24`, site: siteOf(n) })),
  };
}

function generateDevices(): SeedLists {
  const devices = numbers(deviceCount);
  const pairs = devices.flatMap((n) => [0, 1].map((part) => ({ device: `device-${n}`, n, part })));
  return {
    devices: devices.map((n) => ({
      name: `device-${n}`,
      device_type: `type-${n % 10}`,
      role: `role-${n % 5}`,
      site: siteOf(n),
      tenant: tenantOf(n),
    })),
    interfaces: pairs.map(({ device, part }) => ({ device, name: `eth${part}`, type: "virtual" })),
    "ip-addresses": pairs.map(({ device, n, part }, index) => ({
      address: `10.50.${index % prefixCount}.${Math.floor(index / prefixCount) + 1}/24`,
      interface: `${device}/eth${part}`,
      tenant: tenantOf(n),
      dns_name: `eth${part}.${device}.example.org`,
    })),
    services: pairs.map(({ device, part }) => ({
      device,
      name: `service-${part}`,
      ports: [8000 + part],
      container: `container-${part}`,
      published: true,
    })),
  };
}

/** How pynetbox finds every `step`th object of the seed. Pure. */
export function sampleKeys(seed: SeedLists, step: number): readonly PynetboxKey[] {
  return Object.entries(seed)
    .flatMap(([list, entries]) => entries.map((entry) => keyOf(list, entry)))
    .filter((_, index) => index % step === 0);
}

const keyFields: Readonly<Record<string, readonly [endpoint: string, ...fields: string[]]>> = {
  "tenant-groups": ["tenancy.tenant_groups", "slug"],
  tenants: ["tenancy.tenants", "slug"],
  sites: ["dcim.sites", "slug"],
  racks: ["dcim.racks", "site", "name"],
  manufacturers: ["dcim.manufacturers", "slug"],
  "device-types": ["dcim.device_types", "slug"],
  "device-roles": ["dcim.device_roles", "slug"],
  prefixes: ["ipam.prefixes", "prefix"],
  devices: ["dcim.devices", "name"],
  interfaces: ["dcim.interfaces", "device", "name"],
  "ip-addresses": ["ipam.ip_addresses", "address"],
  services: ["ipam.services", "device", "name"],
};

function keyOf(list: string, entry: Entry): PynetboxKey {
  const [endpoint = "", ...fields] = keyFields[list] ?? [];
  return {
    endpoint,
    filters: Object.fromEntries(fields.map((field) => [field, String(entry[field])])),
  };
}

function named(word: string, n: number): Entry {
  return { name: `${word}-${n}`, slug: `${word}-${n}` };
}

function tenantOf(n: number): string {
  return `tenant-${n % 45}`;
}

function siteOf(n: number): string {
  return `site-${n % 50}`;
}

function numbers(length: number): readonly number[] {
  return Array.from({ length }, (_, index) => index);
}
