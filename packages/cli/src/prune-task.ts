import { buildOrphanError, loadOrphans, loadOwned, planPrune } from "@multipass-netbox/seeder";
import { openSeedSession } from "./seed-session.ts";
import type { SeedOptions } from "./seed-options.ts";
import type { SeedTask } from "./seed-task.ts";

/** `seed prune`: deletes what is ours and no longer in the files. */
export async function openPruneTask(options: SeedOptions): Promise<SeedTask> {
  const session = await openSeedSession(options);
  const { netbox, seed, folder } = session;
  const { client, target } = netbox;
  return {
    command: "seed prune",
    netbox,
    secretFolder: folder,
    whenEmpty: `${target} holds nothing of ours that the seed files don't describe`,
    plan: async () => {
      const inventory = await loadOwned(client);
      const plan = planPrune(seed.objects, inventory, { target });
      const orphans = await loadOrphans(client, plan, { inventory });
      if (orphans.length > 0) {
        throw buildOrphanError(orphans);
      }
      return { plan, inventory };
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}
