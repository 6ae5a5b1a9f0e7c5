import { buildPlan, MultipassError, type Placed, type Plan } from "@multipass-netbox/core";
import { isBuiltIn } from "./built-in-objects.ts";
import { deletionLevel } from "./deletion-level.ts";
import { type DesiredObject, identityOf } from "./desired-object.ts";
import { describeTwins, type FoundObject, type Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * What must be deleted so that NetBox holds nothing of ours that the seed files don't describe:
 * what stands on others first. Pure. What the seeder itself needs stays. Throws `SEED_CONFLICT`
 * where one key stands for several objects.
 */
export function planPrune(
  desired: readonly DesiredObject[],
  owned: Inventory,
  { target }: { readonly target: string },
): Plan<SeedOperation> {
  const wanted = new Set(desired.map(({ kind, identity }) => `${kind} ${identity}`));
  const doomed = owned
    .all()
    .filter(
      ({ kind, key }) =>
        !wanted.has(`${kind} ${identityOf(kindOf(kind), key)}`) && !isBuiltIn(kind, key),
    );
  refuseTwins(doomed);
  return buildPlan(target, doomed.map(placeDeletion));
}

function placeDeletion({ kind, key, fields, rest }: FoundObject): Placed<SeedOperation> {
  return {
    level: deletionLevel(kind),
    operation: { action: "delete", kind, key, before: fields, ...(rest ? { rest } : {}) },
  };
}

// What is deleted is looked up by what makes its key the same object: an address by its host.
function refuseTwins(doomed: readonly FoundObject[]): void {
  const groups = Map.groupBy(doomed, ({ kind, key }) => `${kind} ${identityOf(kindOf(kind), key)}`);
  const twins = [...groups.values()].filter(({ length }) => length > 1);
  if (twins.length > 0) {
    const lines = twins.map((all) => `  ${describeTwins(all)}`);
    throw new MultipassError("SEED_CONFLICT", `one name, several objects\n${lines.join("\n")}`, {
      hint: "Delete the ones too many in NetBox.",
    });
  }
}
