import { operationsOf } from "@multipass-netbox/core";
import { buildSeed, Inventory, planSeed } from "@multipass-netbox/seeder";
import { describe, expect, it } from "vitest";
import type { KindName } from "../src/kind-name.ts";
import { inventoryOf, ourTag, target, tenant } from "./plan-fixtures.ts";

const text = `
tags: [{ name: Web, slug: web }, { name: Plain, slug: plain, description: A tag }]
groups: [{ name: ops, description: Operators }]
users: [{ username: ada, groups: [ops], password: { env: ADA } }]
tenants: [{ name: Acme, slug: acme, description: A client, tags: [web] }]
`;

const group = { id: 1, name: "ops", description: "Operators", permissions: [] };
const ourGroup = { ...group, description: "Operators [multipass-netbox]" };
const user = { id: 2, username: "ada", groups: [{ id: 1, name: "ops" }], permissions: [] };

describe("what is made", () => {
  it("says that it is ours where a tag can't: at the end of its description", () => {
    expect(afterOf("group", "ops")).toMatchObject({ description: "Operators [multipass-netbox]" });
    expect(afterOf("tag", "web")).toMatchObject({ description: "[multipass-netbox]" });
    expect(afterOf("tag", "plain")).toMatchObject({ description: "A tag [multipass-netbox]" });
  });

  it("is our tag with a description and a colour that nobody insists on later", () => {
    const initial = {
      description: "Kept by multipass-netbox from its seed files",
      color: "1e88e5",
    };
    expect(afterOf("tag", "multipass-netbox")).toMatchObject(initial);
    const found = { id: 1, slug: "multipass-netbox", name: "multipass-netbox", color: "ff0000" };
    expect(afterOf("tag", "multipass-netbox", { found: [["tag", found]] })).toBeUndefined();
  });

  it("has the tags of the files and ours", () => {
    expect(afterOf("tenant", "acme")).toMatchObject({ tags: ["multipass-netbox", "web"] });
  });

  it("is a user in our group beside its own", () => {
    expect(afterOf("user", "ada")).toMatchObject({ groups: ["multipass-netbox", "ops"] });
    expect(afterOf("group", "multipass-netbox")).toEqual({
      name: "multipass-netbox",
      description: "[multipass-netbox]",
    });
  });

  it("is no group of ours where there are no users", () => {
    const { objects } = buildSeed([{ name: "seed.yaml", text: "groups: [{ name: ops }]" }]);
    expect(objects.filter(({ kind }) => kind === "group").map(({ key }) => key)).toEqual(["ops"]);
  });
});

describe("what is ours", () => {
  it("is compared without the mark, and keeps it", () => {
    expect(afterOf("group", "ops", { found: [["group", ourGroup]] })).toBeUndefined();
    const changed = { ...ourGroup, description: "By hand [multipass-netbox]" };
    expect(afterOf("group", "ops", { found: [["group", changed]] })).toEqual({
      description: "Operators [multipass-netbox]",
    });
  });

  it("loses no tag and leaves no group", () => {
    const tags = [...ourTag, { id: 5, name: "Other", slug: "other" }];
    expect(afterOf("tenant", "acme", { found: [["tenant", { ...tenant, tags }]] })).toEqual({
      tags: ["multipass-netbox", "other", "web"],
    });
    const groups = [{ name: "multipass-netbox" }, { name: "more" }];
    expect(afterOf("user", "ada", { found: [["user", { ...user, groups }]] })).toEqual({
      groups: ["more", "multipass-netbox", "ops"],
    });
  });

  it("has a password that is never written again", () => {
    const groups = [{ name: "multipass-netbox" }, { name: "ops" }];
    expect(afterOf("user", "ada", { found: [["user", { ...user, groups }]] })).toBeUndefined();
  });
});

describe("what is not ours", () => {
  const web = [{ id: 5, name: "Web", slug: "web" }];
  const foreign: Found = [
    ["group", group],
    ["user", user],
    ["tenant", { ...tenant, tags: web }],
  ];

  it("is left alone when it is as wanted", () => {
    for (const [kind, key] of [
      ["group", "ops"],
      ["user", "ada"],
      ["tenant", "acme"],
    ] as const) {
      expect(afterOf(kind, key, { found: foreign })).toBeUndefined();
    }
  });

  it("gets the mark, the group or the tag when it is adopted", () => {
    expect(afterOf("group", "ops", { found: foreign, adopt: true })).toEqual({
      description: "Operators [multipass-netbox]",
    });
    expect(afterOf("user", "ada", { found: foreign, adopt: true })).toEqual({
      groups: ["multipass-netbox", "ops"],
    });
    expect(afterOf("tenant", "acme", { found: foreign, adopt: true })).toEqual({
      tags: ["multipass-netbox", "web"],
    });
  });

  it("keeps its own description when the files say nothing of one", () => {
    const found = { id: 5, name: "Web", slug: "web", color: "ff0000", description: "Theirs" };
    expect(afterOf("tag", "web", { found: [["tag", found]], adopt: true })).toEqual({
      description: "Theirs [multipass-netbox]",
    });
  });
});

interface Circumstances {
  readonly found?: Found;
  readonly adopt?: boolean;
}

type Found = readonly (readonly [KindName, Record<string, unknown>])[];

function afterOf(kind: KindName, key: string, { found = [], adopt = false }: Circumstances = {}) {
  const { objects } = buildSeed([{ name: "seed.yaml", text }]);
  const inventory = found.length === 0 ? new Inventory() : inventoryOf(found);
  const operation = operationsOf(planSeed(objects, inventory, { target, adopt })).find(
    (one) => one.kind === kind && one.key === key,
  );
  return operation && operation.action !== "delete" ? operation.after : undefined;
}
