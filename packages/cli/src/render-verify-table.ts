import { operationsOf, type Plan } from "@multipass-netbox/core";
import type { Seed, SeedOperation } from "@multipass-netbox/seeder";
import Table from "cli-table3";

/** How many objects of each kind the seed holds, and how many of them NetBox holds as wanted. */
export function renderVerifyTable({ objects }: Seed, plan: Plan<SeedOperation>): string {
  const different = new Set(operationsOf(plan).map(({ kind, key }) => `${kind} ${key}`));
  const table = new Table({
    head: ["kind", "in the seed", "as wanted"],
    colAligns: ["left", "right", "right"],
    style: { compact: true, head: [], border: [] },
  });
  for (const [kind, wanted] of Map.groupBy(objects, (object) => object.kind)) {
    const differing = wanted.filter(({ key }) => different.has(`${kind} ${key}`)).length;
    table.push([kind, wanted.length, wanted.length - differing]);
  }
  return table.toString();
}
