import { identityOf } from "../desired-object.ts";
import type { Inventory } from "../inventory.ts";
import { kindOf } from "../kinds.ts";
import type { Draft } from "./draft.ts";
import type { DraftSurroundings } from "./draft-surroundings.ts";
import { findDraftFault } from "./find-draft-fault.ts";
import { findSharedFaults } from "./find-shared-faults.ts";
import { listTwins } from "./list-twins.ts";
import { mendDraft } from "./mend-draft.ts";

/**
 * The drafts with everything left out that would not load or not plan to nothing, and what falls
 * with it. Pure. It ends, because a draft that is mended says less each time.
 */
export function settleDrafts(drafts: readonly Draft[], inventory: Inventory): readonly Draft[] {
  return repeat(drafts, (all) =>
    mendTogether(
      repeat(all, (some) => mendEach(some, inventory)),
      inventory,
    ),
  );
}

type Step = (drafts: readonly Draft[]) => readonly Draft[];

function repeat(drafts: readonly Draft[], step: Step): readonly Draft[] {
  let before: readonly Draft[];
  let after = drafts;
  do {
    before = after;
    after = step(before);
  } while (after.some((draft, index) => draft !== before[index]));
  return after;
}

/** Whether there is an entry of it so far. */
export function isSaid({ reason }: Draft): boolean {
  return reason === undefined;
}

function mendEach(drafts: readonly Draft[], inventory: Inventory): readonly Draft[] {
  const byName = new Map(
    drafts
      .filter((draft) => isSaid(draft) && listTwins(draft, inventory).length === 0)
      .map((draft) => [nameOf(draft.kind.name, draft.found.key), draft]),
  );
  const find: DraftSurroundings["find"] = (kind, key) => byName.get(nameOf(kind, key));
  return drafts.map((draft) => mendOne(draft, { inventory, find }));
}

function mendOne(draft: Draft, surroundings: DraftSurroundings): Draft {
  let mended = draft;
  while (isSaid(mended)) {
    const fault = findDraftFault(mended, surroundings);
    if (fault === undefined) {
      break;
    }
    mended = mendDraft(mended, fault);
  }
  return mended;
}

function mendTogether(drafts: readonly Draft[], inventory: Inventory): readonly Draft[] {
  const faults = findSharedFaults(drafts.filter(isSaid), inventory);
  return drafts.map((draft) => {
    const fault = faults.get(draft);
    return fault ? mendDraft(draft, fault) : draft;
  });
}

function nameOf(kind: Draft["kind"]["name"], key: string): string {
  return `${kind} ${identityOf(kindOf(kind), key)}`;
}
