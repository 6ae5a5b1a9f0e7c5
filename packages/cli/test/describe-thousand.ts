/**
 * A seed of 1,000 objects whose names begin with the prefix: 20 tenants, 5 sites, 25 devices with an
 * interface each, 450 addresses in 10.177.0.0/16 and 470 services, and what they stand on.
 */
export function describeThousand(prefix: string): string {
  const device = (index: number): string => `${prefix}-d${index % 25}`;
  return `
manufacturers: [{ name: ${prefix}, slug: ${prefix} }]
device-types: [{ model: ${prefix}, slug: ${prefix}, manufacturer: ${prefix} }]
device-roles: [{ name: ${prefix}, slug: ${prefix} }]
tenant-groups: [{ name: ${prefix}, slug: ${prefix} }]
prefixes: [{ prefix: 10.177.0.0/16, description: ${prefix} }]
tenants:
${many(20, (index) => `{ name: ${prefix} t${index}, slug: ${prefix}-t${index}, group: ${prefix} }`)}
sites:
${many(5, (index) => `{ name: ${prefix} s${index}, slug: ${prefix}-s${index}, tenant: ${prefix}-t${index} }`)}
devices:
${many(25, (index) => `{ name: ${device(index)}, device_type: ${prefix}, role: ${prefix}, site: ${prefix}-s${index % 5}, primary_ip4: 10.177.${index}.1/16 }`)}
interfaces:
${many(25, (index) => `{ device: ${device(index)}, name: eth0, type: virtual }`)}
ip-addresses:
${many(450, (index) => `{ address: 10.177.${index % 25}.${1 + Math.floor(index / 25)}/16, interface: ${device(index)}/eth0, description: number ${index} }`)}
services:
${many(470, (index) => `{ device: ${device(index)}, name: ${prefix}-${index}, ports: [${1000 + index}], container: c${index}, published: true }`)}`;
}

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `  - ${line(index)}\n`).join("");
}
