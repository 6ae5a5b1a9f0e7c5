import type { Inventory } from "../inventory.ts";
import type { Draft } from "./draft.ts";

/** The ids of all objects of a draft's name, where there are several. Pure. */
export function listTwins({ kind, found }: Draft, inventory: Inventory): readonly number[] {
  const twins = inventory.findByKey(kind.name, found.key);
  return twins.length > 1 ? twins.map(({ id }) => id).toSorted((a, b) => a - b) : [];
}
