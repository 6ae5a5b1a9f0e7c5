import { buildPlan, diffFields, type Fields, type Placed, type Plan } from "@multipass-netbox/core";
import type { DesiredObject } from "./desired-object.ts";
import { buildConflictError, findConflicts } from "./find-conflicts.ts";
import type { FoundObject, Inventory } from "./inventory.ts";
import { deferredLevel, kindLevels } from "./kind-levels.ts";
import { kindOf } from "./kinds.ts";
import type { CreateObject, SeedOperation, UpdateObject } from "./seed-operation.ts";

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
 * objects that they do not name are not looked at. Throws one `SEED_CONFLICT` for all objects
 * that exist without our tag (unless adopted), more than once, or in another place.
 */
export function planSeed(
  desired: readonly DesiredObject[],
  inventory: Inventory,
  { target, adopt = false }: PlanSeedOptions,
): Plan<SeedOperation> {
  const conflicts = findConflicts(desired, inventory, adopt);
  if (conflicts.length > 0) {
    throw buildConflictError(conflicts);
  }
  return buildPlan(
    target,
    desired.flatMap((object) => planObject(object, inventory)),
  );
}

function planObject(object: DesiredObject, inventory: Inventory): readonly Step[] {
  const [found] = inventory.find(object.kind, object.identity);
  return found ? planUpdate(object, found) : planCreate(object);
}

function planCreate({ kind, key, fields }: DesiredObject): readonly Step[] {
  const { now, later } = splitDeferred({ kind, fields });
  const create: CreateObject = {
    action: "create",
    kind,
    key,
    after: { ...now, ...kindOf(kind).ownerFields() },
  };
  const laterNames = Object.keys(later);
  const before = Object.fromEntries(laterNames.map((name) => [name, null]));
  const update: UpdateObject = { action: "update", kind, key, before, after: later };
  return [
    { level: levelOf(kind), operation: create },
    ...(laterNames.length === 0 ? [] : [{ level: deferredLevel, operation: update }]),
  ];
}

function planUpdate({ kind, key, fields }: DesiredObject, found: FoundObject): readonly Step[] {
  const owner = found.isOwned ? {} : found.ownerFields;
  const wanted = mergeFields({ kind, fields }, found);
  const changes = diffFields(found.fields, { ...wanted, ...owner });
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

function mergeFields(
  { kind, fields }: Pick<DesiredObject, "kind" | "fields">,
  found: FoundObject,
): Fields {
  const merged = Object.entries(fields).map(([name, value]) => {
    const merge = kindOf(kind).fields[name]?.merge;
    return [name, merge ? merge(found.fields[name] ?? null, value) : value] as const;
  });
  return Object.fromEntries(merged);
}

function levelOf(kind: DesiredObject["kind"]): number {
  return kindLevels.get(kind) ?? 0;
}

function splitDeferred({ kind, fields }: Pick<DesiredObject, "kind" | "fields">): {
  readonly now: Fields;
  readonly later: Fields;
} {
  const isLater = (field: string): boolean => kindOf(kind).fields[field]?.isDeferred === true;
  const entries = Object.entries(fields);
  return {
    now: Object.fromEntries(entries.filter(([field]) => !isLater(field))),
    later: Object.fromEntries(entries.filter(([field]) => isLater(field))),
  };
}
