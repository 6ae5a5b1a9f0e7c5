import type { SeedText } from "./build-seed.ts";
import { isBuiltIn } from "./built-in-objects.ts";
import { buildDraft } from "./export/build-draft.ts";
import type { Draft } from "./export/draft.ts";
import { findBrokenRules } from "./export/find-broken-rules.ts";
import { listOmissions } from "./export/list-omissions.ts";
import type { Omission } from "./export/omission.ts";
import { renderExport } from "./export/render-export.ts";
import { isSaid, settleDrafts } from "./export/settle-drafts.ts";
import { Inventory } from "./inventory.ts";
import { kindOf, kinds } from "./kinds.ts";
import type { FoundKind } from "./load-everything.ts";

/** A NetBox as seed files. */
export interface SeedExport {
  /** One for each list of seed files, by its name: `sites.yaml`. */
  readonly files: readonly SeedText[];
  /** The same as one file. */
  readonly document: string;
  /** What NetBox holds of the kinds of seed files, and these don't say. */
  readonly leftOut: readonly Omission[];
}

/**
 * Seed files that describe what was found, whoever made it. Pure. They load, and planned against
 * the same NetBox they leave nothing to do: what would stand in the way of either is left out,
 * with its reason. Rules of the seeder that this NetBox does not keep are switched off (`allow`).
 * No secret is ever in them. `source` is the address that they name as their origin.
 */
export function buildExport(
  found: readonly FoundKind[],
  { source }: { readonly source: string },
): SeedExport {
  const inventory = new Inventory();
  const drafts = settleDrafts(draftAll(found, inventory).toSorted(byKey), inventory);
  const said = drafts.filter(isSaid);
  const leftOut = listOmissions(found, drafts);
  const sections = kinds.map(({ name, collection }) => ({
    collection,
    list: said.filter(({ kind }) => kind.name === name).map(({ entry }) => entry),
    leftOut: leftOut.filter(({ kind }) => kind === name),
  }));
  const allow = { collection: "allow", list: findBrokenRules(said), leftOut: [] };
  const filled = [allow, ...sections].filter(
    (section) => section.list.length + section.leftOut.length > 0,
  );
  return { ...renderExport(filled, source), leftOut };
}

/** Everything but what the seeder has made for itself. */
function draftAll(found: readonly FoundKind[], inventory: Inventory): readonly Draft[] {
  return found.flatMap(({ kind: name, objects }) => {
    const kind = kindOf(name);
    return objects.flatMap((object) => {
      const one = inventory.add(kind, object);
      return one.isOwned && isBuiltIn(name, one.key) ? [] : [buildDraft(kind, object, one)];
    });
  });
}

function byKey({ found: a }: Draft, { found: b }: Draft): number {
  if (a.key === b.key) {
    return a.id - b.id;
  }
  return a.key < b.key ? -1 : 1;
}
