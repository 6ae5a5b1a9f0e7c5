import { describe, expect, it } from "vitest";
import { operationsOf } from "@multipass-netbox/core";
import { planSeed } from "@multipass-netbox/seeder";
import { inventoryOf, namesOf, objects, target, tenant } from "./plan-fixtures.ts";

describe("our tag", () => {
  it("keeps the colour and the description that an operator gave it", () => {
    const tag = { id: 1, name: "multipass-netbox", slug: "multipass-netbox", color: "ff0000" };
    expect(namesOf(inventoryOf([["tag", tag]])).join("\n")).not.toContain(" tag ");
  });
});

describe("what is not ours", () => {
  const foreign = { ...tenant, tags: [{ id: 2, name: "Theirs", slug: "theirs" }] };

  it("is left alone where it is already as wanted, and so is a NetBox that we have no hand in", () => {
    const equal = inventoryOf([["tenant", foreign]]);
    expect(namesOf(equal).join("\n")).not.toContain("tenant acme");

    const wanted = objects.filter(({ kind, positionOf }) => kind === "tenant" || !positionOf);
    expect(operationsOf(planSeed(wanted, equal, { target }))).toEqual([]);
  });

  it("is a conflict where it would have to be changed, all of them at once", () => {
    const inventory = inventoryOf([
      ["tenant", { ...foreign, description: "theirs" }],
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

  it("is not taken over from another site", () => {
    const device = {
      id: 5,
      name: "vm",
      site: { id: 1, slug: "elsewhere" },
      device_type: { slug: "t" },
      role: { slug: "r" },
      status: { value: "active" },
      tags: [],
    };
    expect(() => namesOf(inventoryOf([["device", device]]), true)).toThrow(
      /device vm exists \(id 5\) with site "elsewhere", not "home"/,
    );
  });

  it("loses none of its kinds of objects: NetBox would delete their values", () => {
    const field = {
      id: 3,
      name: "published",
      label: "Published",
      type: { value: "boolean" },
      object_types: ["dcim.site"],
      description: "theirs",
      comments: "",
    };
    expect(namesOf(inventoryOf([["custom-field", field]]), true)).toEqual(
      expect.arrayContaining([
        "update custom-field published",
        '  object_types: ["dcim.site"] -> ["dcim.site","ipam.service"]',
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
