import type { RecordedVersion } from "@multipass-netbox/testkit";
import { describe, expect, it } from "vitest";
import { buildDesiredObject, identityOf } from "../src/desired-object.ts";
import type { NetBoxObject } from "../src/field-codec.ts";
import { findChanges } from "../src/find-changes.ts";
import { type FoundObject, Inventory } from "../src/inventory.ts";
import { kinds } from "../src/kinds.ts";
import { readFields } from "../src/object-codec.ts";
import type { SeedKind } from "../src/seed-kind.ts";
import { listRecordedObjects } from "./recorded-objects.ts";

const versions: readonly RecordedVersion[] = ["4.5.2", "4.7.3"];
const recorded = versions.flatMap(listRecordedObjects);

describe("every recorded object, written as an entry of a seed file", () => {
  it("asks for nothing but what it is", () => {
    for (const { kind, object } of recorded) {
      const fields = readFields(kind, object);
      const desired = buildDesiredObject(kind, kind.toEntry(fields));
      expect(fields).toMatchObject(desired.fields);
      expect(desired.identity).toBe(identityOf(kind, kind.objectKey(object)));
    }
  });

  it("still does so once the file is read; what a seed file has no words for is refused", () => {
    const refused = new Set<string>();
    for (const { kind, object } of recorded) {
      const fields = readFields(kind, object);
      const { data, error } = kind.schema.safeParse(kind.toEntry(fields));
      expect(fields).toMatchObject(data ? buildDesiredObject(kind, data).fields : {});
      for (const { path } of error?.issues ?? []) {
        refused.add(`${kind.name}: ${path.join(".")}`);
      }
    }
    // Tokens that nothing tells apart, and services of something else than a device.
    expect([...refused]).toEqual(["token: description", "service: device"]);
  });

  it("changes nothing where the object is ours", () => {
    for (const { kind, object } of recorded) {
      const fields = { ...readFields(kind, object), ...kind.ownerFields(object) };
      const entry = kind.toEntry(fields);
      const found = { ...foundAs(kind, object), fields };
      expect(findChanges(buildDesiredObject(kind, entry), found)).toEqual([]);
      expect(JSON.stringify(entry)).not.toContain("multipass-netbox");
    }
  });

  it("is there for every kind that was recorded", () => {
    const seen = new Set(recorded.map(({ kind }) => kind.name));
    const missing = kinds.map(({ name }) => name).filter((name) => !seen.has(name));
    expect(missing).toEqual(["cluster", "group"]);
  });
});

function foundAs(kind: SeedKind, object: NetBoxObject): FoundObject {
  const inventory = new Inventory();
  inventory.add(kind, object);
  return inventory.all()[0] as FoundObject;
}
