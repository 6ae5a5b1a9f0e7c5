import { operationsOf } from "@multipass-netbox/core";
import {
  buildSeed,
  describeOperation,
  type FoundKind,
  Inventory,
  planSeed,
  type SeedExport,
} from "@multipass-netbox/seeder";
import { kindOf } from "../src/kinds.ts";

/** What is to be done after an export in the NetBox that it was made from, from its files and from its document. */
export function planExport(
  { files, document }: SeedExport,
  found: readonly FoundKind[],
): readonly string[] {
  const inventory = new Inventory();
  for (const { kind, objects } of found) {
    for (const object of objects) {
      inventory.add(kindOf(kind), object);
    }
  }
  return [files, [{ name: "seed.yaml", text: document }]].flatMap((texts) =>
    operationsOf(planSeed(buildSeed(texts).objects, inventory, { target: "" })).flatMap(
      describeOperation,
    ),
  );
}
