import * as fc from "fast-check";
import { buildSeed } from "@multipass-netbox/seeder";
import { describe, expect, it } from "vitest";
import { buildDesiredObject } from "../src/desired-object.ts";
import type { NetBoxObject } from "../src/field-codec.ts";
import { kindOf } from "../src/kinds.ts";
import { journalEntryKind } from "../src/kinds/journal-entry.ts";
import { serviceKind } from "../src/kinds/service.ts";
import { tenantKind } from "../src/kinds/tenant.ts";
import { readFields, writeFields } from "../src/object-codec.ts";
import { everyKind } from "./every-kind.ts";

const { objects } = buildSeed([{ name: "seed.yaml", text: everyKind("n") }]);
const described = objects.filter(({ positionOf }) => positionOf !== undefined);

describe("an entry and its fields", () => {
  it("are each other's inverse, for every kind", () => {
    for (const { kind: name, fields } of described) {
      const kind = kindOf(name);
      const entry = kind.schema.parse(kind.toEntry(fields));
      expect(buildDesiredObject(kind, entry).fields).toEqual(fields);
    }
  });

  it("are so for services of any ports and protocols", () => {
    const mapping = fc
      .tuple(fc.constantFrom("tcp", "udp", "sctp"), fc.integer({ min: 1, max: 65_535 }))
      .map(([protocol, port]) => `${protocol}/${port}`);
    const services = fc.record({
      device: fc.constant("vm"),
      name: fc.constant("web"),
      port_mappings: fc.uniqueArray(mapping, { maxLength: 5 }).map((list) => list.toSorted()),
      "custom_fields.published": fc.boolean(),
    });
    fc.assert(
      fc.property(services, (fields) => {
        const entry = serviceKind.schema.parse(serviceKind.toEntry(fields));
        expect(buildDesiredObject(serviceKind, entry).fields).toEqual(fields);
      }),
    );
  });

  it.each([
    [["tcp/80", "tcp/443"], { ports: [80, 443] }],
    [["udp/53"], { ports: [53], protocol: "udp" }],
    [["tcp/53", "udp/53"], { ports: ["tcp/53", "udp/53"] }],
    [[], { ports: [] }],
  ])("%j of a service are %j", (mappings, ports) => {
    const fields = { device: "vm", name: "web", description: "", port_mappings: mappings };
    expect(serviceKind.toEntry(fields)).toEqual({ device: "vm", name: "web", ...ports });
  });

  it("say nothing of what a seed file has no words for", () => {
    const object = {
      name: "Acme",
      slug: "acme",
      group: null,
      description: "",
      tags: [{ slug: "multipass-netbox" }],
      custom_fields: {
        choice: { value: "a", label: "Alpha" },
        choices: [{ value: "a", label: "Alpha" }],
        contact: { id: 4, url: "http://netbox.test/api/dcim/devices/4/", display: "vm" },
        contacts: [{ id: 4, url: "http://netbox.test/api/dcim/devices/4/", display: "vm" }],
        json: { value: 1 },
        nothing: null,
        empty: [],
      },
    };
    expect(tenantKind.toEntry(readFields(tenantKind, object))).toEqual({
      name: "Acme",
      slug: "acme",
      custom_fields: { choice: "a", choices: ["a"], json: { value: 1 } },
    });
  });
});

describe("a service that listens on nothing", () => {
  const service = { parent_object_type: "dcim.device", parent: { name: "vm" }, name: "job" };
  const resolvers = { idOf: () => 1, secretOf: () => "" };

  it("has no port in a plan, and `listens` is no field of it", () => {
    const object = { ...service, port_mappings: ["tcp/1"], custom_fields: { listens: false } };
    expect(readFields(serviceKind, object)).toEqual({
      device: "vm",
      name: "job",
      port_mappings: [],
      description: null,
      tags: [],
    });
  });

  it.each([
    [["tcp/80"], null],
    [[], false],
  ])("is told so together with its other custom fields: %j", (mappings, listens) => {
    const fields = { "custom_fields.container": "job", port_mappings: mappings };
    expect(writeFields(serviceKind, fields, resolvers)["custom_fields"]).toEqual({
      container: "job",
      listens,
    });
  });
});

describe("the key of a journal entry", () => {
  it("is what it says of whom, one line of it", () => {
    expect(keyOf("Moved")).toBe("device vm: Moved");
    expect(keyOf("One\ntwo")).toMatch(/^device vm: One two… #[0-9a-f]{8}$/);
    expect(keyOf(`${"a".repeat(90)}1`)).toMatch(/^device vm: a{60}… #[0-9a-f]{8}$/);
    expect(keyOf(`${"a".repeat(90)}1`)).not.toBe(keyOf(`${"a".repeat(90)}2`));
  });

  it("is the same for the object that NetBox answers, and another for objects of other kinds", () => {
    expect(journalEntryKind.objectKey(answered("dcim.device"))).toBe("device vm: Moved");
    expect(journalEntryKind.objectKey(answered("virtualization.virtualmachine"))).toBe(
      "virtual_machine vm: Moved",
    );
    expect(journalEntryKind.objectKey(answered("dcim.rack"))).toBe("?: Moved");
  });
});

function keyOf(comments: string): string {
  return journalEntryKind.entryKey({ device: "vm", comments });
}

function answered(type: string): NetBoxObject {
  return {
    assigned_object_type: type,
    assigned_object: { name: "vm" },
    comments: "Moved",
  };
}
