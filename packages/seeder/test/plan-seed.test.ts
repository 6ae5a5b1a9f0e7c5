import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operationName, operationsOf } from "@multipass-netbox/core";
import { buildSeed, describeOperation, Inventory, planSeed } from "@multipass-netbox/seeder";
import { kindOf } from "../src/kinds.ts";
import type { KindName } from "../src/kind-name.ts";

const target = "http://netbox.test/netbox";
const ourTag = [{ id: 1, name: "multipass-netbox", slug: "multipass-netbox" }];
const { objects } = buildSeed([
  {
    name: "seed.yaml",
    text: `
tenants:
  - { name: Acme, slug: acme, description: A client }
sites:
  - { name: Home, slug: home, tenant: acme, time_zone: Europe/Paris }
manufacturers: [{ name: M, slug: m }]
device-types: [{ model: T, slug: t, manufacturer: m }]
device-roles: [{ name: R, slug: r }]
devices:
  - { name: vm, device_type: t, role: r, site: home, primary_ip4: 10.0.0.5/24 }
interfaces:
  - { device: vm, name: eth0, type: virtual }
ip-addresses:
  - { address: 10.0.0.5/24, interface: vm/eth0 }
services:
  - { device: vm, name: web, ports: [80, 443], published: true, container: web }
  - { device: vm, name: job, ports: [], published: false }
`,
  },
]);

/** An inventory that holds these objects, in the form in which NetBox 4.7 answers them. */
function inventoryOf(found: readonly (readonly [KindName, Record<string, unknown>])[]): Inventory {
  const inventory = new Inventory();
  for (const [kind, object] of found) {
    inventory.add(kindOf(kind), object);
  }
  return inventory;
}

function namesOf(inventory: Inventory, adopt = false): readonly string[] {
  return operationsOf(planSeed(objects, inventory, { target, adopt })).flatMap(describeOperation);
}

const tenant = {
  id: 7,
  name: "Acme",
  slug: "acme",
  group: null,
  description: "A client",
  tags: ourTag,
  custom_fields: {},
};

describe("a plan for an empty NetBox", () => {
  const plan = planSeed(objects, new Inventory(), { target });
  const names = operationsOf(plan).map(operationName);

  it("makes everything once", () => {
    expect(names.filter((name) => name.startsWith("create"))).toHaveLength(objects.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ["create tag multipass-netbox", "create tenant acme"],
    ["create custom-field container", "create service vm/web"],
    ["create tenant acme", "create site home"],
    ["create device vm", "create interface vm/eth0"],
    ["create interface vm/eth0", "create ip-address 10.0.0.5/24"],
    ["create ip-address 10.0.0.5/24", "update device vm"],
  ])("does %s before %s", (first, second) => {
    expect(names.indexOf(first)).toBeGreaterThanOrEqual(0);
    expect(names.indexOf(first)).toBeLessThan(names.indexOf(second));
  });

  it("sets the primary address only once it exists", () => {
    const create = operationsOf(plan).find((one) => operationName(one) === "create device vm");
    expect(create?.after).not.toHaveProperty("primary_ip4");
    expect(operationsOf(plan).at(-1)).toEqual({
      action: "update",
      kind: "device",
      key: "vm",
      before: { primary_ip4: null },
      after: { primary_ip4: "10.0.0.5/24" },
    });
  });

  it("holds natural keys and no database id", () => {
    const site = operationsOf(plan).find(({ kind }) => kind === "site");
    expect(site?.after).toEqual({
      name: "Home",
      slug: "home",
      tenant: "acme",
      time_zone: "Europe/Paris",
      tags: ["multipass-netbox"],
    });
  });

  it("does not depend on the order of the files", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...objects], { minLength: objects.length }), (shuffled) => {
        expect(planSeed(shuffled, new Inventory(), { target })).toEqual(plan);
      }),
      { numRuns: 30 },
    );
  });

  it("survives JSON, as a saved plan must", () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe("a plan for what is there already", () => {
  it("leaves out an object that is as wanted", () => {
    expect(namesOf(inventoryOf([["tenant", tenant]])).join("\n")).not.toContain("tenant acme");
  });

  it("names only the field that differs", () => {
    const changed = { ...tenant, description: "edited by hand", group: { id: 3, slug: "other" } };
    expect(namesOf(inventoryOf([["tenant", changed]]))).toEqual(
      expect.arrayContaining([
        "update tenant acme",
        '  description: "edited by hand" -> "A client"',
      ]),
    );
    // The file says nothing of a group: it is the operator's.
    expect(namesOf(inventoryOf([["tenant", changed]])).join("\n")).not.toContain("group");
  });

  it("takes another mask on the same address for a change", () => {
    const address = {
      id: 9,
      address: "10.0.0.5/32",
      assigned_object_type: "dcim.interface",
      assigned_object: { id: 4, name: "eth0", device: { id: 5, name: "vm" } },
      status: { value: "active", label: "Actif" },
      tags: ourTag,
    };
    expect(namesOf(inventoryOf([["ip-address", address]]))).toEqual(
      expect.arrayContaining([
        "update ip-address 10.0.0.5/24",
        '  address: "10.0.0.5/32" -> "10.0.0.5/24"',
      ]),
    );
  });

  it("compares ports as a set, and does not see the placeholder of a service without", () => {
    const service = {
      parent_object_type: "dcim.device",
      parent: { id: 5, name: "vm" },
      description: "",
      tags: ourTag,
    };
    const web = {
      ...service,
      id: 1,
      name: "web",
      port_mappings: ["tcp/443", "tcp/80"],
      custom_fields: { container: "web", published: true, listens: true },
    };
    const job = {
      ...service,
      id: 2,
      name: "job",
      port_mappings: ["tcp/1"],
      custom_fields: { container: null, published: false, listens: false },
    };
    const names = namesOf(
      inventoryOf([
        ["service", web],
        ["service", job],
      ]),
    );
    expect(names.filter((name) => name.includes(" service "))).toEqual([]);
  });
});

describe("what is not ours", () => {
  const foreign = { ...tenant, tags: [{ id: 2, name: "Theirs", slug: "theirs" }] };

  it("is a conflict, all of them at once", () => {
    const inventory = inventoryOf([
      ["tenant", foreign],
      ["custom-field", { id: 3, name: "published", type: { value: "text" }, comments: "mine" }],
    ]);
    expect(() => namesOf(inventory)).toThrow(
      expect.objectContaining({
        code: "SEED_CONFLICT",
        message: expect.stringMatching(
          /custom-field published exists \(id 3\)[^]*tenant acme exists \(id 7\)/,
        ),
      }),
    );
  });

  it("is taken over on demand, with its own tags and fields", () => {
    expect(namesOf(inventoryOf([["tenant", foreign]]), true)).toEqual(
      expect.arrayContaining([
        "update tenant acme",
        '  tags: ["theirs"] -> ["multipass-netbox","theirs"]',
      ]),
    );
  });

  it("is a conflict even then when there are two of it", () => {
    const inventory = inventoryOf([
      ["tenant", tenant],
      ["tenant", { ...tenant, id: 8 }],
    ]);
    expect(() => namesOf(inventory, true)).toThrow(/exists 2 times \(ids 7, 8\)/);
  });
});
