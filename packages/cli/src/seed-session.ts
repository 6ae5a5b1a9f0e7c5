import { resolve } from "node:path";
import type { Plan } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  type Inventory,
  loadInventory,
  loadSeed,
  planSeed,
  type Seed,
  type SeedOperation,
} from "@multipass-netbox/seeder";
import type { SeedOptions } from "./seed-options.ts";
import { loadConfig } from "./load-config.ts";
import { openClient } from "./open-client.ts";

/** The seed files and the NetBox that they are for. */
export interface SeedSession extends AsyncDisposable {
  readonly client: NetBoxClient;
  readonly seed: Seed;
}

/** A plan and what it was made from. */
export interface PlannedSession {
  readonly plan: Plan<SeedOperation>;
  readonly inventory: Inventory;
}

/** Reads configuration and seed files before anything is sent, then opens the client. */
export async function openSeedSession(options: SeedOptions): Promise<SeedSession> {
  const loaded = await loadConfig(options.config);
  const seed = await loadSeed(resolve(loaded.folder, loaded.config.seed));
  const client = await openClient(loaded, options);
  return { client, seed, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

/** Looks at NetBox and plans. Nothing is written. */
export async function planSession(
  { client, seed }: SeedSession,
  { adopt }: Pick<SeedOptions, "adopt">,
): Promise<PlannedSession> {
  const inventory = await loadInventory(client, seed.objects);
  return { inventory, plan: planSeed(seed.objects, inventory, { target: client.url, adopt }) };
}
