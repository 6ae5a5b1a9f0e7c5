import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { buildSeedJsonSchema } from "@multipass-netbox/seeder";

const shipped = join(import.meta.dirname, "..", "..", "..", "seed-data");
// Through text, as an editor reads it.
const schema = JSON.parse(JSON.stringify(buildSeedJsonSchema())) as z.core.JSONSchema.JSONSchema;
const validator = z.fromJSONSchema(schema);

describe("the JSON Schema of seed files", () => {
  it.each(readdirSync(shipped))("accepts the shipped %s", (name) => {
    const data: unknown = parse(readFileSync(join(shipped, name), "utf8"));
    expect(validator.safeParse(data).error).toBeUndefined();
  });

  it.each([
    ["an unknown kind", "sitez: []"],
    ["an unknown key", "tenants: [{ name: A, slug: a, colour: red }]"],
    ["a missing key", "tenants: [{ name: A }]"],
    ["a map in place of a list", "tenants: { name: A, slug: a }"],
    ["a number as a slug", "tenants: [{ name: A, slug: 1 }]"],
    ["a slug with a space", "tenants: [{ name: A, slug: a b }]"],
    ["a status that there is not", "sites: [{ name: S, slug: s, status: actve }]"],
    ["an address without its mask", "ip-addresses: [{ address: 10.0.0.1 }]"],
    ["a port twice", "services: [{ device: d, name: n, ports: [1, 1], published: true }]"],
    ["an interface of no type", "interfaces: [{ device: d, name: n, type: virtul }]"],
    ["an include that is no list", "include: other.yaml"],
    ["a rule that there is not", "allow: [other-mask]"],
  ])("refuses %s", (_what, text) => {
    expect(validator.safeParse(parse(text)).success).toBe(false);
  });

  it("is of the draft that editors know", () => {
    expect(schema.$schema).toBe("http://json-schema.org/draft-07/schema#");
    expect(Object.keys(schema.properties ?? {})).toEqual(
      expect.arrayContaining(["include", "tenants", "ip-addresses", "services"]),
    );
  });
});
