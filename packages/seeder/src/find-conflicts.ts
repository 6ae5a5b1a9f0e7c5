import { MultipassError } from "@multipass-netbox/core";
import type { DesiredObject } from "./desired-object.ts";
import { findChanges } from "./find-changes.ts";
import type { FoundObject, Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { ownerTag } from "./ownership.ts";

/** Why an object of NetBox can't be taken for the one that a seed file describes. */
export interface Conflict {
  readonly message: string;
  /** Whether `--adopt` would do. */
  readonly isAdoptable: boolean;
}

/**
 * What stands between the desired objects and NetBox: objects without our tag, objects that
 * exist more than once, and among those to be adopted the ones that are somewhere else. Pure.
 */
export function findConflicts(
  desired: readonly DesiredObject[],
  inventory: Inventory,
  adopt: boolean,
): readonly Conflict[] {
  return desired.flatMap((object) => {
    const found = inventory.find(object.kind, object.identity);
    const [first] = found;
    if (first === undefined) {
      return [];
    }
    return found.length > 1 ? findTwins(object, found) : findForeign(object, first, adopt);
  });
}

/** One `SEED_CONFLICT` for all of them. */
export function buildConflictError(conflicts: readonly Conflict[]): MultipassError {
  const lines = conflicts.map(({ message }) => `  ${message}`);
  const hints = [
    ...(conflicts.some(({ isAdoptable }) => isAdoptable)
      ? ["What exists without the tag can be taken over with --adopt; its other fields stay."]
      : []),
    ...(conflicts.some(({ isAdoptable }) => !isAdoptable)
      ? ["What exists twice or elsewhere has to be sorted out in NetBox or in the seed files."]
      : []),
  ];
  return new MultipassError(
    "SEED_CONFLICT",
    `the seed files and NetBox contradict each other\n${lines.join("\n")}`,
    { hint: hints.join("\n") },
  );
}

function findTwins(
  { kind, key }: DesiredObject,
  found: readonly FoundObject[],
): readonly Conflict[] {
  const ids = found.map(({ id }) => id).join(", ");
  const message = `${kind} ${key} exists ${found.length} times (ids ${ids}): which one is meant?`;
  return [{ message, isAdoptable: false }];
}

function findForeign(
  object: DesiredObject,
  found: FoundObject,
  adopt: boolean,
): readonly Conflict[] {
  const { kind, key, fields } = object;
  // What is not ours and already as wanted is left alone, unless it is to become ours.
  if (found.isOwned || (!adopt && findChanges(object, found).length === 0)) {
    return [];
  }
  const moved = (kindOf(kind).anchors ?? []).find((field) => found.fields[field] !== fields[field]);
  if (moved !== undefined) {
    const [there, here] = [found.fields[moved], fields[moved]].map((value) =>
      JSON.stringify(value),
    );
    const message = `${kind} ${key} exists (id ${found.id}) with ${moved} ${there}, not ${here}`;
    return [{ message, isAdoptable: false }];
  }
  const message = `${kind} ${key} exists (id ${found.id}) without the tag ${ownerTag.slug}`;
  return adopt ? [] : [{ message, isAdoptable: true }];
}
