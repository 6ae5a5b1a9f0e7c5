import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operationName, operationsOf } from "@multipass-netbox/core";
import { Inventory, planSeed } from "@multipass-netbox/seeder";
import { inventoryOf, namesOf, objects, ourTag, target, tenant } from "./plan-fixtures.ts";

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
    expect(create).not.toHaveProperty("after.primary_ip4");
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
    expect(site).toHaveProperty("after", {
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
