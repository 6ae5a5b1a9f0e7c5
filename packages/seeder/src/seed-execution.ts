import type { Reporter } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Inventory } from "./inventory.ts";
import type { SecretStore } from "./secret-store.ts";
import type { SeedOperation } from "./seed-operation.ts";

/** What the executor works on. */
export interface SeedExecution {
  readonly client: NetBoxClient;
  /** What the plan was made from; it learns what is made, changed and deleted. */
  readonly inventory: Inventory;
  /** Values of the secrets that the plan names. Default: none. */
  readonly secrets?: SecretStore | undefined;
  /** Stands in NetBox's change log beside every change. */
  readonly changelogMessage?: string | undefined;
}

/** How a group is carried out. */
export interface GroupRun {
  readonly reporter: Reporter<SeedOperation>;
  readonly signal: AbortSignal;
  /** Ids of the devices that the run has made so far. */
  readonly madeDevices: Set<number>;
}
