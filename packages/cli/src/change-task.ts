import type { Plan } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Inventory, SeedOperation } from "@multipass-netbox/seeder";

/** A plan and what it was made from. */
export interface PlannedChanges {
  readonly plan: Plan<SeedOperation>;
  readonly inventory: Inventory;
  /** What this plan can't bring back, a sentence each. */
  readonly losses?: readonly string[];
}

/** Something that changes NetBox by a plan: `seed`, `seed prune`, `seed undo`. */
export interface ChangeTask extends AsyncDisposable {
  /** Names receipts and entries of NetBox's change log: `seed`, `seed prune`. */
  readonly command: string;
  readonly client: NetBoxClient;
  /** Where the secrets are that the plan names by relative paths. */
  readonly secretFolder: string;
  /** What an empty plan means, as a sentence without its end. */
  readonly whenEmpty: string;
  /** Looks at NetBox and plans. Nothing is written. After applying it must be empty. */
  plan(): Promise<PlannedChanges>;
}
