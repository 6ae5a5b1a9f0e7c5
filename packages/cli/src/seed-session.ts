import { dirname, resolve } from "node:path";
import { statSync } from "node:fs";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { loadInventory, loadSeed, planSeed, type Seed } from "@multipass-netbox/seeder";
import type { ChangeTask } from "./change-task.ts";
import { loadConfig } from "./load-config.ts";
import { openClient } from "./open-client.ts";
import type { SeedOptions } from "./seed-options.ts";

/** The seed files and the NetBox that they are for. */
export interface SeedSession extends AsyncDisposable {
  readonly client: NetBoxClient;
  readonly seed: Seed;
  /** The folder of the seed files. */
  readonly folder: string;
}

/** Reads configuration and seed files before anything is sent, then opens the client. */
export async function openSeedSession(options: SeedOptions): Promise<SeedSession> {
  const loaded = await loadConfig(options.config);
  const path = options.seed ?? resolve(loaded.folder, loaded.config.seed);
  const seed = await loadSeed(path);
  const client = await openClient(loaded, options);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return { client, seed, folder, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

/** `seed`: brings NetBox to what the files say. */
export function createSeedTask(
  session: SeedSession,
  { adopt }: Pick<SeedOptions, "adopt">,
): ChangeTask {
  const { client, seed, folder } = session;
  return {
    command: "seed",
    client,
    secretFolder: folder,
    whenEmpty: `${client.url} holds all ${seed.objects.length} objects as the seed files say`,
    plan: async () => {
      const inventory = await loadInventory(client, seed.objects);
      return { inventory, plan: planSeed(seed.objects, inventory, { target: client.url, adopt }) };
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}
