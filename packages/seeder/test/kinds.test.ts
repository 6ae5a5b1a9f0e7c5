import { operationsOf } from "@multipass-netbox/core";
import { buildSeed, Inventory, planSeed } from "@multipass-netbox/seeder";
import { describe, expect, it } from "vitest";
import { kindLevels } from "../src/kind-levels.ts";
import type { KindName } from "../src/kind-name.ts";
import { kindOf, kinds } from "../src/kinds.ts";
import { writeFields } from "../src/object-codec.ts";
import { everyKind } from "./every-kind.ts";
import { target } from "./plan-fixtures.ts";

const { objects } = buildSeed([{ name: "seed.yaml", text: everyKind("n") }]);
const operations = operationsOf(planSeed(objects, new Inventory(), { target }));

describe("every kind", () => {
  it("is in the seed of this test, and made by its plan", () => {
    expect(kinds.map(({ name }) => name).toSorted()).toEqual(
      [...new Set(objects.map(({ kind }) => kind))].toSorted(),
    );
    expect(operations.filter(({ action }) => action === "create")).toHaveLength(objects.length);
  });

  it.each<[KindName, KindName]>([
    ["custom-field-choice-set", "custom-field"],
    ["custom-field", "tenant-group"],
    ["tag", "manufacturer"],
    ["webhook", "event-rule"],
    ["object-permission", "group"],
    ["group", "user"],
    ["user", "token"],
    ["cluster-type", "cluster"],
    ["cluster", "virtual-machine"],
    ["virtual-machine", "journal-entry"],
  ])("%s comes before %s", (first, second) => {
    expect(kindLevels.get(first)).toBeLessThan(kindLevels.get(second) ?? 0);
  });

  it("comes before the journal", () => {
    const others = kinds.filter(({ name }) => name !== "journal-entry");
    expect(Math.max(...others.map(({ name }) => kindLevels.get(name) ?? 0))).toBeLessThan(
      kindLevels.get("journal-entry") ?? 0,
    );
  });
});

describe("the body that makes", () => {
  it.each<[KindName, string, object]>([
    [
      "event-rule",
      "n-rule",
      {
        action_type: "webhook",
        action_object_type: "extras.webhook",
        action_object_id: 1,
        object_types: ["dcim.device", "ipam.service"],
        event_types: ["object_created", "object_updated"],
      },
    ],
    ["group", "n-ops", { permissions: [1], description: "Operators [multipass-netbox]" }],
    ["user", "n.ada", { password: "the value of file:./secrets/ada", groups: [1, 1] }],
    ["webhook", "n-hook", { secret: "the value of env:HOOK_SECRET" }],
    [
      "service",
      "n-vm/job",
      { port_mappings: ["tcp/1"], custom_fields: { container: "job", listens: false } },
    ],
    [
      "service",
      "n-vm/dns",
      {
        port_mappings: ["tcp/53", "udp/53"],
        custom_fields: { container: "dns", published: true, listens: null },
      },
    ],
    [
      "journal-entry",
      "device n-vm: Made by the seed",
      { assigned_object_type: "dcim.device", assigned_object_id: 1 },
    ],
    ["cluster", "n-cluster", { scope_type: "dcim.site", scope_id: 1 }],
    ["tenant", "n-acme", { tags: [{ slug: "multipass-netbox" }, { slug: "n-web" }] }],
  ])("a %s %s", (kind, key, body) => {
    expect(bodyOf(kind, key)).toMatchObject(body);
  });

  it("a token, without the file that it is put into", () => {
    expect(bodyOf("token", "n.ada/agent")).toEqual({
      user: 1,
      description: "agent [multipass-netbox]",
      write_enabled: false,
      expires: "2031-01-01T00:00:00.000Z",
      allowed_ips: ["127.0.0.0/8", "::1/128"],
    });
  });

  it("a custom field for claims, which NetBox keeps unique", () => {
    expect(bodyOf("custom-field", "claim_key")).toMatchObject({
      type: "text",
      unique: true,
      object_types: ["ipam.ipaddress"],
    });
  });
});

function bodyOf(kind: KindName, key: string) {
  const create = operations.find((one) => one.kind === kind && one.key === key);
  return writeFields(kindOf(kind), create?.action === "create" ? create.after : {}, {
    idOf: () => 1,
    secretOf: (reference) => `the value of ${reference}`,
  });
}
