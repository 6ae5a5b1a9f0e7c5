import { dirname, resolve } from "node:path";
import { statSync } from "node:fs";
import { loadInventory, loadSeed, planSeed, type Seed } from "@multipass-netbox/seeder";
import { loadConfig } from "./load-config.ts";
import { openNetBox, type OpenNetBox } from "./open-netbox.ts";
import type { SeedOptions } from "./seed-options.ts";
import type { SeedTask } from "./seed-task.ts";

/** The seed files and the NetBox that they are for. */
export interface SeedSession extends AsyncDisposable {
  readonly netbox: OpenNetBox;
  readonly seed: Seed;
  /** The folder of the seed files. */
  readonly folder: string;
}

/** Reads configuration and seed files before anything is sent, then opens NetBox. */
export async function openSeedSession(options: SeedOptions): Promise<SeedSession> {
  const loaded = await loadConfig(options.config);
  const path = options.seed ?? resolve(loaded.folder, loaded.config.seed);
  const seed = await loadSeed(path);
  const netbox = await openNetBox(loaded, options);
  const folder = statSync(path).isDirectory() ? path : dirname(path);
  return { netbox, seed, folder, [Symbol.asyncDispose]: () => netbox[Symbol.asyncDispose]() };
}

/** `seed`: brings NetBox to what the files say. */
export function createSeedTask(
  session: SeedSession,
  { adopt }: Pick<SeedOptions, "adopt">,
): SeedTask {
  const { netbox, seed, folder } = session;
  const { client, target } = netbox;
  return {
    command: "seed",
    netbox,
    secretFolder: folder,
    whenEmpty: `${target} holds all ${seed.objects.length} objects as the seed files say`,
    plan: async () => {
      const inventory = await loadInventory(client, seed.objects);
      return { inventory, plan: planSeed(seed.objects, inventory, { target, adopt }) };
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}
