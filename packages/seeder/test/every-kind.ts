/** A seed file with something of every kind; NAME keeps one test's objects from another's. */
export function everyKind(name: string): string {
  return `
tags:
  - { name: ${name} web, slug: ${name}-web, color: 1e88e5, description: Public }
custom-field-choice-sets:
  - { name: ${name}-sizes, extra_choices: [[s, Small], [l, Large]], description: Sizes }
custom-fields:
  - name: ${name}_size
    type: multiselect
    object_types: [dcim.site, extras.journalentry]
    choice_set: ${name}-sizes
  - { name: ${name}_code, type: text, object_types: [dcim.site], unique: true, required: false }
tenant-groups: [{ name: ${name}-clients, slug: ${name}-clients }]
tenants: [{ name: ${name}-acme, slug: ${name}-acme, group: ${name}-clients, tags: [${name}-web] }]
sites:
  - name: ${name}-home
    slug: ${name}-home
    tenant: ${name}-acme
    tags: [${name}-web]
    custom_fields: { ${name}_size: [l, s], ${name}_code: ${name} }
racks: [{ name: ${name}-rack, site: ${name}-home }]
manufacturers: [{ name: ${name}-m, slug: ${name}-m }]
device-types: [{ model: ${name}-t, slug: ${name}-t, manufacturer: ${name}-m }]
device-roles: [{ name: ${name}-r, slug: ${name}-r, color: 4caf50 }]
platforms: [{ name: ${name}-p, slug: ${name}-p, manufacturer: ${name}-m }]
devices:
  - name: ${name}-vm
    device_type: ${name}-t
    role: ${name}-r
    platform: ${name}-p
    site: ${name}-home
    primary_ip4: 10.77.0.5/24
interfaces: [{ device: ${name}-vm, name: eth0, type: virtual }]
prefixes: [{ prefix: 10.77.0.0/24, site: ${name}-home }]
ip-ranges:
  - start_address: 10.77.0.100/24
    end_address: 10.77.0.120/24
    status: reserved
    mark_utilized: true
ip-addresses: [{ address: 10.77.0.5/24, interface: ${name}-vm/eth0 }]
services:
  - { device: ${name}-vm, name: dns, ports: [53, udp/53], container: dns, published: true }
  - { device: ${name}-vm, name: job, ports: [], container: job }
cluster-types: [{ name: ${name}-ct, slug: ${name}-ct }]
clusters: [{ name: ${name}-cluster, type: ${name}-ct, site: ${name}-home, status: active }]
virtual-machines:
  - { name: ${name}-guest, cluster: ${name}-cluster, vcpus: 1.5, memory: 2048, platform: ${name}-p }
webhooks:
  - name: ${name}-hook
    payload_url: http://127.0.0.1:1/hook
    secret: { env: HOOK_SECRET }
    additional_headers: "X-Seed: yes"
event-rules:
  - name: ${name}-rule
    object_types: [ipam.service, dcim.device]
    event_types: [object_updated, object_created]
    webhook: ${name}-hook
    conditions: { and: [{ attr: status.value, value: active }] }
    enabled: false
permissions:
  - name: ${name}-look
    object_types: [ipam.ipaddress, dcim.device]
    actions: [view, change]
    constraints: [{ tenant__slug: ${name}-acme }]
    description: Looking
groups: [{ name: ${name}-ops, permissions: [${name}-look], description: Operators }]
users:
  - username: ${name}.ada
    password: { file: ./secrets/ada }
    email: ada@example.com
    groups: [${name}-ops]
    permissions: [${name}-look]
tokens:
  - user: ${name}.ada
    description: agent
    token_file: ./secrets/ada.token
    write_enabled: false
    expires: 2031-01-01T01:00:00+01:00
    allowed_ips: [127.0.0.0/8, "::1/128"]
journal-entries:
  - site: ${name}-home
    kind: success
    comments: Moved here
    custom_fields: { ${name}_size: [s] }
  - { device: ${name}-vm, comments: Made by the seed }
  - { ip_range: 10.77.0.100/24-10.77.0.120/24, comments: Kept for agents }
  - { virtual_machine: ${name}-guest, comments: A guest }
`;
}
