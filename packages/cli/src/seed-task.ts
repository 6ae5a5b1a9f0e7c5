import type { Plan } from "@multipass-netbox/core";
import type { Inventory, SeedOperation } from "@multipass-netbox/seeder";
import type { PlannedChange } from "./change-task.ts";
import type { OpenNetBox } from "./open-netbox.ts";

/** A plan for NetBox and what it was made from. */
export interface PlannedSeed extends PlannedChange<SeedOperation> {
  readonly plan: Plan<SeedOperation>;
  readonly inventory: Inventory;
}

/** Something that changes NetBox by a plan: `seed`, `seed prune`, `seed undo`. */
export interface SeedTask extends AsyncDisposable {
  /** Names receipts and entries of NetBox's change log: `seed`, `seed prune`. */
  readonly command: string;
  readonly netbox: OpenNetBox;
  /** Where the secrets are that the plan names by relative paths. */
  readonly secretFolder: string;
  /** What an empty plan means, as a sentence without its end. */
  readonly whenEmpty: string;
  /** Looks at NetBox and plans. Nothing is written. After applying it must be empty. */
  plan(): Promise<PlannedSeed>;
}
