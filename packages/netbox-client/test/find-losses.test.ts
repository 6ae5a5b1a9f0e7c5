import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findLosses } from "../src/find-losses.ts";
import type { JsonObject } from "../src/json-object.ts";
import { renderedFields } from "./rendered-fields.ts";

const everything = { writeOnly: [], allowed: [] };
const names = Object.keys(renderedFields);

/** What is sent, and what NetBox answers to it. */
const writes = fc.record(renderedFields, { requiredKeys: [] }).map((fields) => {
  const entries = Object.entries(fields);
  return {
    sent: Object.fromEntries(entries.map(([name, field]) => [name, field?.sent])),
    kept: Object.fromEntries(entries.map(([name, field]) => [name, field?.kept])),
  };
});
const around = { id: 1, url: "http://netbox/", display: "d", last_updated: "2026-11-24T22:00:00Z" };

describe("the read-back", () => {
  it("finds nothing in what NetBox has kept", () => {
    fc.assert(
      fc.property(writes, ({ sent, kept }) => {
        const body = { ...sent, changelog_message: "not answered" };
        expect(findLosses(body, { ...around, ...kept }, everything)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("finds each field that NetBox has dropped", () => {
    fc.assert(
      fc.property(writes, fc.constantFrom(...names), ({ sent, kept }, name) => {
        fc.pre(!isNothing(sent[name]));
        const { [name]: _dropped, ...rest } = kept;
        const losses = findLosses(sent, { ...around, ...rest }, everything);
        expect(losses.length).toBeGreaterThan(0);
        expect(losses.every(({ field }) => field.split(".")[0] === name)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("says nothing of what is never answered, nor of what the caller lets pass", () => {
    fc.assert(
      fc.property(writes, ({ sent }) => {
        const fields = Object.keys(sent);
        expect(findLosses(sent, around, { writeOnly: fields, allowed: [] })).toEqual([]);
        expect(findLosses(sent, around, { writeOnly: [], allowed: fields })).toEqual([]);
        expect(findLosses(sent, around, { writeOnly: [], allowed: true })).toEqual([]);
      }),
    );
  });
});

describe("a choice of a custom field", () => {
  it.each([
    ["4.5", "a", ["b", "c"]],
    ["4.7", choiceOf("a"), [choiceOf("c"), choiceOf("b")]],
  ])("is written as its value, and read as NetBox %s answers it", (_, one, several) => {
    const body = { custom_fields: { one: "a", several: ["b", "c"] } };

    expect(findLosses(body, { custom_fields: { one, several } }, everything)).toEqual([]);
    expect(
      findLosses(body, { custom_fields: { one: several[0], several } }, everything),
    ).toHaveLength(1);
  });
});

const brief = { id: 4, display: "Four", slug: "four" };

describe("what NetBox has kept in a form of its own", () => {
  it.each<readonly [string, unknown, unknown]>([
    ["wwn", "aabbccddeeff0011", "AA:BB:CC:DD:EE:FF:00:11"],
    ["address", "198.51.100.3/255.255.255.0", "198.51.100.3/24"],
    ["prefix", "10.0.0.0/255.0.0.0", "10.0.0.0/8"],
    ["tags", [4, 4], [brief]],
    ["tags", [4, { slug: "four" }], [brief]],
    ["object_types", ["dcim.site", "dcim.rack", "dcim.site"], ["dcim.rack", "dcim.site"]],
  ])("%s: %j as %j is no loss", (name, sent, kept) => {
    expect(findLosses({ [name]: sent }, { ...around, [name]: kept }, everything)).toEqual([]);
  });
});

describe("what NetBox has kept otherwise", () => {
  it.each<readonly [string, unknown, unknown]>([
    ["description", "a", "b"],
    ["description", "A:B", null],
    ["description", "1", ""],
    ["description", "", undefined],
    ["enabled", true, false],
    ["enabled", false, null],
    ["mtu", 1500, 1499],
    ["mtu", 0, null],
    ["mtu", 0, ""],
    ["status", "active", { value: "planned", label: "Planned" }],
    ["status", "active", null],
    ["status", "", { value: "active", label: "Active" }],
    ["site", 5, brief],
    ["site", { slug: "five" }, brief],
    ["site", null, brief],
    ["tags", [4], []],
    ["tags", [], [brief]],
    ["tags", [{ slug: "four" }, 5], [brief, { ...brief, id: 6 }]],
    ["address", "10.0.0.1/24", "10.0.0.1/25"],
    ["address", "10.0.0.1", "10.0.0.1/24"],
    ["address", "10.0.0.1/255.255.255.0", "10.0.0.1/25"],
    ["address", "10.0.0.1/255.0.255.0", "10.0.0.1/24"],
    ["wwn", "aabbccddeeff0011", "AA:BB:CC:DD:EE:FF:00:12"],
    ["object_types", ["dcim.site", "dcim.site"], ["dcim.site", "dcim.rack"]],
    ["address", "2001:db8::1/64", "2001:db8::2/64"],
    ["mac_address", "aa:bb:cc:dd:ee:ff", "AA:BB:CC:DD:EE:00"],
    ["dns_name", "a.example", "b.example"],
    ["expires", "2030-01-01T00:00:00Z", "2030-01-01T00:00:00+01:00"],
    ["port_mappings", ["tcp/80", "udp/53"], ["tcp/80"]],
    ["local_context_data", { a: { b: 1 } }, { a: { b: 2 } }],
  ])("%s: %j as %j", (name, sent, kept) => {
    const answered: JsonObject = kept === undefined ? around : { ...around, [name]: kept };
    const losses = findLosses({ [name]: sent }, answered, everything);

    expect(losses.map(({ field }) => field)).toEqual([name]);
    expect(losses[0]?.message).toContain(`was sent as ${JSON.stringify(sent)} and `);
  });

  it("is told of each custom field alone", () => {
    const sent = { custom_fields: { a: 1, b: 2, c: null } };
    const answered = { custom_fields: { a: 1, b: 3, d: 4 } };

    expect(findLosses(sent, answered, everything)).toEqual([
      { field: "custom_fields.b", message: "was sent as 2 and was kept as 3" },
    ]);
    expect(findLosses(sent, {}, everything)).toHaveLength(2);
  });

  it("is told of tags that did not come, and of those that did not go", () => {
    const sent = { add_tags: [4, { slug: "five" }], remove_tags: [6, 7] };
    const tags = [brief, { id: 6, display: "Six", slug: "six" }];

    expect(findLosses(sent, { tags }, everything).map(({ field }) => field)).toEqual([
      "add_tags",
      "remove_tags",
    ]);
  });

  it.each(["secret", "token", "password", "additional_headers"])(
    "is not shown of a %s",
    (field) => {
      const losses = findLosses({ [field]: "hunter2" }, { [field]: "hunter3" }, everything);

      expect(losses).toEqual([{ field, message: "was not kept as it was sent" }]);
    },
  );

  it("is shown shortened where it is long", () => {
    const [loss] = findLosses({ comments: "x".repeat(900) }, { comments: "y" }, everything);

    expect(loss?.message.length).toBeLessThan(300);
    expect(loss?.message).toContain("…");
  });
});

/** Null, or a record of nothing else: whether it was dropped nobody can tell. */
function isNothing(value: unknown): boolean {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? Object.values(value).every((one) => one === null) : (value ?? null) === null;
}

function choiceOf(value: string) {
  return { value, label: `The ${value}` };
}
