import type { Inventory } from "../inventory.ts";
import type { KindName } from "../kind-name.ts";
import type { Draft } from "./draft.ts";

/** What a draft is held against. */
export interface DraftSurroundings {
  /** Everything that NetBox holds within the kinds. */
  readonly inventory: Inventory;
  /** The draft of that key, unless it is left out. */
  readonly find: (kind: KindName, key: string) => Draft | undefined;
}
