import type { FoundObject, Inventory } from "./inventory.ts";
import type { PastOperation } from "./undo-record.ts";

/**
 * The objects that an operation of a run may have been about, as they are now: one by its id where
 * that is known, those of its natural key otherwise. Of a deletion those that are there again, and
 * of what was made without an answer only those that are ours. Pure.
 */
export function findPast(
  { operation, objectId }: PastOperation,
  inventory: Inventory,
): readonly FoundObject[] {
  const { action, kind, key } = operation;
  if (objectId !== undefined && action !== "delete") {
    return [inventory.findById(kind, objectId)].flatMap((found) => found ?? []);
  }
  const found = inventory.findByKey(kind, key);
  return action === "create" ? found.filter(({ isOwned }) => isOwned) : found;
}
