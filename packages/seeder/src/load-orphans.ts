import { MultipassError, operationsOf, type Plan } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { loadDependents } from "./load-dependents.ts";
import { loadTagged } from "./load-tagged.ts";
import { listLostTypes, loadValues } from "./load-values.ts";
import type { Orphan } from "./orphan.ts";
import { PlannedIds } from "./planned-ids.ts";
import type { SeedOperation } from "./seed-operation.ts";

/** What {@link loadOrphans} is to know of a plan. */
export interface OrphanSearch {
  /** What the plan was made from. */
  readonly inventory: Inventory;
  /** NetBox's ids of the requests of the run that is undone: what they made along with an object goes too. */
  readonly requestIds?: ReadonlySet<string>;
}

/**
 * Looks for what NetBox would delete or change along with the objects of a plan although the plan
 * does not say so: services of a device, addresses of an interface, values of a custom field, a
 * tag on other objects, the platform of a device. Safe to repeat.
 */
export async function loadOrphans(
  client: NetBoxClient,
  plan: Plan<SeedOperation>,
  { inventory, requestIds = new Set() }: OrphanSearch,
): Promise<readonly Orphan[]> {
  const operations = operationsOf(plan);
  const planned = new PlannedIds(operations, inventory);
  const deletions = operations.filter(({ action }) => action === "delete");
  const found = await Promise.all([
    ...[...Map.groupBy(deletions, ({ kind }) => kind)].flatMap(([kind, group]) => {
      const ids = group.map(({ key }) => inventory.idOf(kindOf(kind), key));
      return (kindOf(kind).dependents ?? []).map((dependents) =>
        loadDependents(client, { group, ids, dependents, planned, requestIds }),
      );
    }),
    ...operations.flatMap(listLostTypes).map((lost) => loadValues(client, lost, planned)),
    ...deletions
      .filter(({ kind }) => kind === "tag")
      .map(({ key }) => loadTagged(client, key, planned)),
  ]);
  return found.flat();
}

/** One `SEED_CONFLICT` for all of them. */
export function buildOrphanError(orphans: readonly Orphan[]): MultipassError {
  const lines = orphans.map(({ cause, loss, effect }) =>
    effect === "unlinked"
      ? `  ${cause} would be unlinked from ${loss}`
      : `  ${cause} would take ${loss} with it`,
  );
  return new MultipassError(
    "SEED_CONFLICT",
    `NetBox would change more than the plan says\n${lines.join("\n")}`,
    {
      hint: "Nothing was changed. Move, unlink or delete these first, or describe what they stand on in the seed files.",
    },
  );
}
