import { isMultipassError } from "@multipass-netbox/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSeed } from "@multipass-netbox/seeder";
import type { Allowance } from "../src/allowances.ts";
import { checkSeed } from "../src/check-seed.ts";
import { buildDesiredObject, type DesiredObject } from "../src/desired-object.ts";
import { parsePlacedYaml } from "../src/placed-yaml.ts";
import { readEntries } from "../src/seed-entries.ts";
import { buildSeedError } from "../src/seed-error.ts";

type Entries = Readonly<Record<string, readonly object[]>>;

const tenant = fc.constantFrom(undefined, "t0", "t1", "t2");
const device = fc.constantFrom("d0", "d1", "d2");
const addresses = fc.record({
  address: fc
    .tuple(fc.nat(3), fc.nat(20), fc.constantFrom(16, 24, 28, 32))
    .map(([net, host, length]) => `10.0.${net}.${host}/${length}`),
  interface: fc.option(
    device.map((name) => `${name}/eth0`),
    { nil: undefined },
  ),
  tenant,
});
const prefixes = fc.record({
  prefix: fc.constantFrom("10.0.0.0/16", "10.0.1.0/24", "10.0.2.0/24", "10.0.1.0/28"),
  tenant,
});
const services = fc.record({
  device,
  name: fc.nat(5).map((number) => `s${number}`),
  ports: fc.uniqueArray(fc.constantFrom(80, 443, 8080), { maxLength: 3 }),
  published: fc.boolean(),
});
const fixed = {
  "device-types": [{ model: "T", slug: "t", manufacturer: "m" }],
  "device-roles": [{ name: "R", slug: "r" }],
  manufacturers: [{ name: "M", slug: "m" }],
  sites: [{ name: "S", slug: "s" }],
  tenants: ["t0", "t1"].map((slug) => ({ name: slug, slug })),
  interfaces: ["d0", "d1"].map((name) => ({ device: name, name: "eth0", type: "virtual" })),
};

const identities: Readonly<Record<string, (entry: object) => unknown>> = {
  prefixes: (entry) => (entry as { readonly prefix: string }).prefix,
  "ip-addresses": (entry) => (entry as { readonly address: string }).address.split("/")[0],
  devices: (entry) => (entry as { readonly name: string }).name,
  services: (entry) => {
    const { device: parent, name } = entry as { readonly device: string; readonly name: string };
    return `${parent}/${name}`;
  },
};

/** Seed data with mistakes; each object once or, with twins, perhaps several times. */
function seeds(withTwins: boolean): fc.Arbitrary<Entries> {
  const listOf = <Entry extends object>(entry: fc.Arbitrary<Entry>, name: string) =>
    withTwins
      ? fc.array(entry, { maxLength: 12 })
      : fc.uniqueArray(entry, { maxLength: 12, selector: (one) => identities[name]?.(one) });
  const devices = fc.record({
    name: fc.constantFrom("d0", "d1", "d3"),
    device_type: fc.constant("t"),
    role: fc.constant("r"),
    site: fc.constant("s"),
    tenant,
  });
  return fc
    .record({
      devices: listOf(devices, "devices"),
      prefixes: listOf(prefixes, "prefixes"),
      "ip-addresses": listOf(addresses, "ip-addresses"),
      services: listOf(services, "services"),
    })
    .map((lists) => ({ ...fixed, ...lists }));
}

/** JSON is YAML; one entry for each line, so that each has a place of its own. */
function textOf(entries: Entries): string {
  return JSON.stringify(entries, undefined, 1);
}

function objectsOf(entries: Entries): readonly DesiredObject[] {
  return readEntries(parsePlacedYaml("seed.yaml", textOf(entries))).entries.map(
    ({ kind, entry, positionOf }) => buildDesiredObject(kind, entry, positionOf),
  );
}

const whole = { broken: [], isComplete: true, allowed: new Set<Allowance>() };

function reportOf(objects: readonly DesiredObject[]): string {
  return buildSeedError(checkSeed({ ...whole, objects })).message;
}

/** What is wrong, without saying where and which of two that contradict each other is named. */
function complaintsOf(entries: Entries): readonly string[] {
  try {
    buildSeed([{ name: "seed.yaml", text: textOf(entries) }]);
    return [];
  } catch (error) {
    if (!isMultipassError(error)) {
      throw error;
    }
    const [, ...lines] = error.message.split("\n");
    return lines
      .map((line) => line.replaceAll(/seed\.yaml:\d+:\d+/g, "").replaceAll(/d\d\/s\d/g, "service"))
      .toSorted();
  }
}

describe("the report", () => {
  it("does not depend on the order in which objects are looked at", () => {
    const cases = seeds(true).chain((entries) => {
      const objects = objectsOf(entries);
      return fc.tuple(
        fc.constant(objects),
        fc.shuffledSubarray([...objects], { minLength: objects.length }),
      );
    });
    fc.assert(
      fc.property(cases, ([objects, shuffled]) => {
        expect(reportOf(shuffled)).toBe(reportOf(objects));
      }),
    );
  });

  it("says the same of files whose entries stand in another order", () => {
    const cases = seeds(false).chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.record(
          Object.fromEntries(
            Object.entries(entries).map(([name, list]) => [
              name,
              fc.shuffledSubarray([...list], { minLength: list.length }),
            ]),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([entries, shuffled]) => {
        expect(complaintsOf(shuffled)).toEqual(complaintsOf(entries));
      }),
    );
  });
});
