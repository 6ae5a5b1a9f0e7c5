import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildExport, type FoundKind, type SeedExport } from "@multipass-netbox/seeder";
import type { NetBoxObject } from "../src/field-codec.ts";
import type { KindName } from "../src/kind-name.ts";
import { planExport } from "./plan-export.ts";
import { type Objects, randomNetBox } from "./random-netbox.ts";

// What YAML gives a meaning of its own.
const odd = [
  "\n",
  "\r",
  "\t",
  " ",
  "#",
  ":",
  "-",
  "'",
  '"',
  "|",
  ">",
  "{",
  "[",
  "%",
  "&",
  "*",
  "\u0085",
];
const scenarios = join(import.meta.dirname, "exports", "scenarios");

describe("a NetBox is written as seed files that plan to nothing", () => {
  it.each(readdirSync(scenarios))("%s", (name) => {
    const text = readFileSync(join(scenarios, name, "found.yaml"), "utf8");
    const { outside, ...objects } = parse(text) as Objects & { readonly outside?: Objects };
    const found = listKinds(objects, outside);
    const result = exportAll(found);
    expect(result.document).toBe(readFileSync(join(scenarios, name, "expected.yaml"), "utf8"));
    expect(planExport(result, found)).toEqual([]);
  });
});

describe("whatever a NetBox holds", () => {
  it("the files load and plan to nothing, and each object is in them or left out", () => {
    fc.assert(
      fc.property(randomNetBox, (objects) => {
        const found = listKinds(objects);
        const result = exportAll(found);
        expect(planExport(result, found)).toEqual([]);
        const whole = result.leftOut.filter(({ field }) => field === undefined);
        const all = found.flatMap((kind) =>
          kind.objects.filter((object) => !isOurTag(kind, object)),
        );
        expect(countEntries(result) + whole.length).toBe(all.length);
      }),
    );
  });

  it("the order in which NetBox tells it does not matter", () => {
    const cases = randomNetBox.chain((objects) =>
      fc.tuple(
        fc.constant(objects),
        fc.record(
          Object.fromEntries(
            Object.entries(objects).map(([kind, list]) => [
              kind,
              fc.shuffledSubarray([...list], { minLength: list.length }),
            ]),
          ),
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([objects, shuffled]) => {
        expect(exportAll(listKinds(shuffled))).toEqual(exportAll(listKinds(objects)));
      }),
    );
  });

  it("every text is read as it was written", () => {
    const unit = fc.oneof(
      fc.constantFrom(...odd),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    const value = fc.letrec((tie) => ({
      json: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit }),
        fc.boolean(),
        fc.integer(),
        fc.array(tie("json")),
        fc.dictionary(fc.string({ unit }), tie("json"), { noNullPrototype: true }),
      ),
    })).json;
    fc.assert(
      fc.property(fc.string({ unit }), value, (comments, json) => {
        const found = listKinds({
          "custom-field": [
            { id: 1, name: "notes", type: { value: "json" }, object_types: ["dcim.site"] },
          ],
          site: [
            {
              id: 1,
              name: "S",
              slug: "s",
              physical_address: comments.slice(0, 200),
              custom_fields: { notes: json },
            },
          ],
        });
        expect(planExport(exportAll(found), found)).toEqual([]);
      }),
    );
  });
});

function exportAll(found: readonly FoundKind[]): SeedExport {
  return buildExport(found, { source: "http://netbox.test" });
}

function listKinds(objects: Objects, outside: Objects = {}): readonly FoundKind[] {
  const names = new Set([...Object.keys(objects), ...Object.keys(outside)]) as Set<KindName>;
  return [...names].map((kind) => ({
    kind,
    objects: objects[kind] ?? [],
    outside: outside[kind] ?? [],
  }));
}

/** In no file: the seeder makes it itself. */
function isOurTag({ kind }: FoundKind, { slug }: NetBoxObject): boolean {
  return kind === "tag" && slug === "multipass-netbox";
}

function countEntries({ document }: SeedExport): number {
  const { allow: _allow, ...lists } = parse(document) as Readonly<Record<string, unknown[]>>;
  return Object.values(lists).reduce((sum, list) => sum + list.length, 0);
}
