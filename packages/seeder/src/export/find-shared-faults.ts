import { allowances } from "../allowances.ts";
import { buildBuiltInObjects } from "../built-in-objects.ts";
import { checkSeed } from "../check-seed.ts";
import { buildDesiredObject, type DesiredObject } from "../desired-object.ts";
import { findChanges } from "../find-changes.ts";
import type { Inventory } from "../inventory.ts";
import type { Position } from "../position.ts";
import { buildFault, type Draft, type Fault } from "./draft.ts";

/** What is wrong with drafts that are each right by themselves: one fault of each. Pure. */
export function findSharedFaults(
  drafts: readonly Draft[],
  inventory: Inventory,
): ReadonlyMap<Draft, Fault> {
  const places = new Map<Position, Place>();
  const described = drafts.map((draft) => desireDraft(draft, places));
  const own = buildBuiltInObjects(described);
  const problems = checkSeed({
    objects: [...own, ...described],
    broken: [],
    isComplete: true,
    allowed: new Set(allowances),
  });
  const faults = problems.toReversed().flatMap(({ position, message }) => {
    const place = places.get(position);
    const said = message.replaceAll(nowhere, "");
    return place ? [[place.draft, buildFault(place.path, said)] as const] : [];
  });
  return new Map([...findUnmanageable(drafts, own, inventory), ...faults]);
}

interface Place {
  readonly draft: Draft;
  readonly path: readonly PropertyKey[];
}

const nowhere = ":-1:-1";

// A problem says where it is by the position that it got here.
function desireDraft(draft: Draft, places: Map<Position, Place>): DesiredObject {
  const { kind, entry, found } = draft;
  return buildDesiredObject(kind, kind.schema.parse(entry), (...path) => {
    const position = { file: `${kind.name} ${found.key}`, line: -1, column: -1 };
    places.set(position, { draft, path });
    return position;
  });
}

/**
 * What is ours needs the seeder's own objects beside it: where they are not as it makes them, a
 * plan would mend them.
 */
function findUnmanageable(
  drafts: readonly Draft[],
  own: readonly DesiredObject[],
  inventory: Inventory,
): readonly (readonly [Draft, Fault])[] {
  // The group of our users is there with each of them.
  const missing = own.find((object) => object.kind !== "group" && !isInOrder(object, inventory));
  const reason = `${missing?.kind} ${missing?.key}, which the seeder needs, is not as it makes it`;
  return missing === undefined
    ? []
    : drafts.filter(({ found }) => found.isOwned).map((draft) => [draft, { path: [], reason }]);
}

function isInOrder(object: DesiredObject, inventory: Inventory): boolean {
  const [found, ...twins] = inventory.find(object.kind, object.identity);
  return found !== undefined && twins.length === 0 && findChanges(object, found).length === 0;
}
