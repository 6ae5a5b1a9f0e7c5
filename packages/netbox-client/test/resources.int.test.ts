import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createNetBoxClient, type NetBoxClient } from "@multipass-netbox/netbox-client";
import { injectRealNetBox } from "@multipass-netbox/testkit/real-netbox";
import { resources } from "../src/resources.ts";

type Kind = Exclude<keyof typeof resources, "objectChanges">;
type Ids = Readonly<Record<Kind, number>>;
type Body = Readonly<Record<string, unknown>>;
type AnyEndpoint = NetBoxClient["tags"];

const real = injectRealNetBox();
const name = "resources-test";
const named = { name, slug: name, description: "d", comments: "c" };

// One of each kind, later ones on top of earlier ones, with fields of every type.
const bodies: Readonly<Record<Kind, (ids: Ids) => Body>> = {
  tags: () => ({ name, slug: name, color: "00ff00", weight: 7, object_types: ["dcim.site"] }),
  customFieldChoiceSets: () => ({
    name,
    extra_choices: [
      ["a", "Alpha"],
      ["b", "Beta"],
    ],
    order_alphabetically: true,
  }),
  customFields: ({ customFieldChoiceSets }) => ({
    name: "resources_test",
    type: "select",
    object_types: ["dcim.site"],
    choice_set: customFieldChoiceSets,
    default: "a",
    filter_logic: "exact",
    is_cloneable: true,
    nulls_first: true,
  }),
  tenantGroups: () => named,
  tenants: ({ tenantGroups }) => ({ ...named, group: tenantGroups }),
  sites: ({ tags }) => ({
    ...named,
    status: "planned",
    tenant: { slug: name },
    latitude: 48.85,
    longitude: 2.35,
    time_zone: "Europe/Paris",
    custom_fields: { resources_test: "b" },
    tags: [tags],
  }),
  racks: ({ sites }) => ({
    name,
    site: sites,
    width: 19,
    u_height: 12,
    form_factor: "4-post-frame",
  }),
  manufacturers: () => named,
  deviceTypes: ({ manufacturers }) => ({
    manufacturer: manufacturers,
    model: name,
    slug: name,
    u_height: 0.5,
    airflow: "passive",
    end_of_life: "2030-01-31",
  }),
  deviceRoles: () => ({ ...named, color: "ff0000", vm_role: true }),
  platforms: ({ manufacturers }) => ({ ...named, manufacturer: manufacturers }),
  devices: ({ deviceTypes, deviceRoles, sites, racks, platforms }) => ({
    name,
    device_type: deviceTypes,
    role: deviceRoles,
    site: sites,
    rack: racks,
    position: 2,
    face: "front",
    platform: platforms,
    local_context_data: { ntp: ["a", "b"] },
  }),
  interfaces: ({ devices }) => ({
    device: devices,
    name: "eth0",
    type: "1000base-t",
    mtu: 1500,
    speed: 1_000_000,
    duplex: "full",
    mode: "tagged",
  }),
  vrfs: () => ({ name, rd: "65000:77", enforce_unique: false }),
  prefixes: ({ sites, vrfs }) => ({
    prefix: "10.77.0.0/24",
    vrf: vrfs,
    scope_type: "dcim.site",
    scope_id: sites,
    is_pool: true,
  }),
  ipRanges: ({ vrfs }) => ({
    start_address: "10.77.0.10/24",
    end_address: "10.77.0.20/24",
    vrf: vrfs,
    status: "reserved",
    mark_utilized: true,
  }),
  ipAddresses: ({ interfaces, vrfs }) => ({
    address: "10.77.0.1/24",
    vrf: vrfs,
    role: "vip",
    assigned_object_type: "dcim.interface",
    assigned_object_id: interfaces,
    dns_name: "resources-test.example",
  }),
  services: ({ devices, ipAddresses }) => ({
    name,
    parent_object_type: "dcim.device",
    parent_object_id: devices,
    port_mappings: ["tcp/80", "udp/53"],
    ipaddresses: [ipAddresses],
  }),
  clusterTypes: () => named,
  clusterGroups: () => named,
  clusters: ({ clusterTypes, clusterGroups, sites }) => ({
    name,
    type: clusterTypes,
    group: clusterGroups,
    status: "planned",
    scope_type: "dcim.site",
    scope_id: sites,
  }),
  virtualMachines: ({ clusters, deviceRoles }) => ({
    name,
    cluster: clusters,
    role: deviceRoles,
    vcpus: 1.5,
    memory: 4096,
    disk: 32_000,
    start_on_boot: "on",
  }),
  vmInterfaces: ({ virtualMachines }) => ({ virtual_machine: virtualMachines, name: "eth0" }),
  webhooks: () => ({
    name,
    payload_url: "http://127.0.0.1:9/",
    secret: "s",
    ssl_verification: false,
    timeout: 5,
  }),
  eventRules: ({ webhooks }) => ({
    name,
    object_types: ["dcim.site", "dcim.device"],
    event_types: ["object_created"],
    enabled: false,
    conditions: { and: [{ attr: "name", value: "nobody" }] },
    action_type: "webhook",
    action_object_type: "extras.webhook",
    action_object_id: webhooks,
  }),
  journalEntries: ({ sites }) => ({
    assigned_object_type: "dcim.site",
    assigned_object_id: sites,
    kind: "info",
    comments: "c",
  }),
  groups: () => ({ name, description: "d" }),
  users: ({ groups }) => ({
    username: name,
    password: "Resources-test-77",
    email: "r@example.com",
    groups: [groups],
  }),
  objectPermissions: ({ users, groups }) => ({
    name,
    object_types: ["dcim.site", "dcim.device"],
    actions: ["view", "change"],
    constraints: [{ name: "a" }, { name: "b" }],
    users: [users],
    groups: [groups],
  }),
  tokens: ({ users }) => ({
    user: users,
    description: "d",
    write_enabled: false,
    expires: "2040-01-01T00:00:00Z",
    allowed_ips: ["10.0.0.0/8"],
  }),
};

let netbox: NetBoxClient;
beforeAll(() => {
  netbox = createNetBoxClient(real);
});
afterAll(() => netbox[Symbol.asyncDispose]());

describe("one of every kind on a real NetBox", () => {
  it("is made as it was sent, read, changed, found in the change log and deleted", async () => {
    const kinds = Object.keys(bodies) as readonly Kind[];
    const ids: Partial<Record<Kind, number>> = {};
    for (const kind of kinds) {
      ids[kind] = await make(kind, bodies[kind](ids as Ids));
    }
    for (const kind of kinds) {
      await change(kind, ids[kind] as number);
    }
    const changes = await netbox.objectChanges.list({
      changed_object_type: "ipam.vrf",
      changed_object_id: ids.vrfs as number,
    });
    for (const kind of kinds.toReversed()) {
      await endpointOf(kind).delete([ids[kind] as number]);
    }

    expect(Object.keys(ids).toSorted()).toEqual(
      Object.keys(resources)
        .filter((kind) => kind !== "objectChanges")
        .toSorted(),
    );
    expect(changes.map(({ action }) => action.value)).toEqual(["create", "update"]);
    expect(changes.map(({ postchange_data: data }) => data?.["name"])).toEqual([name, "changed"]);
  });
});

/** Throws where NetBox does not keep what is sent: that is the client's read-back. */
async function make(kind: Kind, body: Body): Promise<number> {
  const { objects } = await endpointOf(kind).create([body as never]);
  const id = objects[0]?.id as number;
  expect(await endpointOf(kind).get(id)).toMatchObject({ id });
  return id;
}

const changed: Partial<Record<Kind, Body>> = {
  interfaces: { name: "eth1" },
  vmInterfaces: { name: "eth1" },
  customFields: { label: "changed" },
  deviceTypes: { model: "changed" },
  prefixes: { description: "changed" },
  ipRanges: { description: "changed" },
  ipAddresses: { description: "changed" },
  journalEntries: { comments: "changed" },
  users: { first_name: "changed" },
  tokens: { description: "changed" },
};

async function change(kind: Kind, id: number): Promise<void> {
  const fields = changed[kind] ?? { name: "changed" };
  const { objects } = await endpointOf(kind).update([{ id, ...fields }]);
  expect(objects[0]).toMatchObject(fields);
}

/** The endpoints have a type each; a body here fits the one of its kind. */
function endpointOf(kind: Kind): AnyEndpoint {
  return netbox[kind] as unknown as AnyEndpoint;
}
