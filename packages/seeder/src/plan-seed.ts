import { buildPlan, type Placed, type Plan } from "@multipass-netbox/core";
import type { DesiredObject } from "./desired-object.ts";
import { findChanges } from "./find-changes.ts";
import { buildConflictError, findConflicts } from "./find-conflicts.ts";
import type { FoundObject, Inventory } from "./inventory.ts";
import { deferredLevel, kindLevels } from "./kind-levels.ts";
import { kindOf } from "./kinds.ts";
import { mergeFields } from "./merge-fields.ts";
import { planCreation } from "./plan-creation.ts";
import type { SeedOperation, UpdateObject } from "./seed-operation.ts";

export interface PlanSeedOptions {
  /** The address of the NetBox that the plan is for. */
  readonly target: string;
  /** Take over objects that exist without our tag instead of refusing. Default false. */
  readonly adopt?: boolean | undefined;
}

type Step = Placed<SeedOperation>;

/**
 * What must be done so that NetBox holds the desired objects. Pure and deterministic: the plan
 * depends on the two sets only. Fields that the desired objects do not name are left alone,
 * objects that they do not name are not looked at. An object without our tag that is already as
 * desired is nobody's conflict: nothing is done to it. Throws one `SEED_CONFLICT` for all objects
 * that would have to be changed and are not ours (unless adopted), exist more than once, or are in
 * another place.
 */
export function planSeed(
  desired: readonly DesiredObject[],
  inventory: Inventory,
  { target, adopt = false }: PlanSeedOptions,
): Plan<SeedOperation> {
  const { own = [], described = [] } = Object.groupBy(desired, ({ positionOf }) =>
    positionOf ? "described" : "own",
  );
  const conflicts = findConflicts(described, inventory, adopt);
  const planAll = (objects: readonly DesiredObject[]): readonly Step[] =>
    objects.flatMap((object) => planObject(object, inventory, adopt));
  const steps = conflicts.length > 0 ? [] : planAll(described);
  const ours = described.filter((object) => isOurs(object, inventory));
  const managed = new Set([
    ...ours.map(({ kind }) => kind),
    ...steps.map(({ operation }) => operation.kind),
  ]);
  const needed = own.filter(({ kind }) => kind !== "group" || managed.has("user"));
  const isManaged = managed.size > 0;
  const ownConflicts =
    isManaged || conflicts.length > 0 ? findConflicts(needed, inventory, adopt) : [];
  if (conflicts.length + ownConflicts.length > 0) {
    throw buildConflictError([...ownConflicts, ...conflicts]);
  }
  return buildPlan(target, isManaged ? [...planAll(needed), ...steps] : steps);
}

// What the seeder itself needs is made only in a NetBox that it has a hand in, and its group of
// users only where it has one in a user.
function isOurs({ kind, identity }: DesiredObject, inventory: Inventory): boolean {
  return inventory.find(kind, identity).some(({ isOwned }) => isOwned);
}

function planObject(object: DesiredObject, inventory: Inventory, adopt: boolean): readonly Step[] {
  const [found] = inventory.find(object.kind, object.identity);
  return found ? planUpdate(object, found, adopt) : planCreate(object);
}

function planCreate({ kind, key, fields, initial }: DesiredObject): readonly Step[] {
  const given = { ...kindOf(kind).ownerFields(), ...initial };
  const all = mergeFields(kindOf(kind), given, fields);
  return planCreation({ kind, key, fields: all }, { level: levelOf(kind), deferredLevel });
}

function planUpdate(
  { kind, key, fields }: DesiredObject,
  found: FoundObject,
  adopt: boolean,
): readonly Step[] {
  const owner = found.isOwned || !adopt ? {} : found.ownerFields;
  const changes = findChanges({ kind, fields: mergeFields(kindOf(kind), owner, fields) }, found);
  if (changes.length === 0) {
    return [];
  }
  const operation: UpdateObject = {
    action: "update",
    kind,
    key,
    before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
    after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  };
  const waits = changes.some(({ field }) => kindOf(kind).fields[field]?.isDeferred);
  return [{ level: waits ? deferredLevel : levelOf(kind), operation }];
}

function levelOf(kind: DesiredObject["kind"]): number {
  return kindLevels.get(kind) ?? 0;
}
