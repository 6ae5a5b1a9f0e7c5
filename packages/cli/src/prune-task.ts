import { buildOrphanError, loadOrphans, loadOwned, planPrune } from "@multipass-netbox/seeder";
import type { ChangeTask } from "./change-task.ts";
import { openSeedSession } from "./seed-session.ts";
import type { SeedOptions } from "./seed-options.ts";

/** `seed prune`: deletes what is ours and no longer in the files. */
export async function openPruneTask(options: SeedOptions): Promise<ChangeTask> {
  const session = await openSeedSession(options);
  const { client, seed, folder } = session;
  return {
    command: "seed prune",
    client,
    secretFolder: folder,
    whenEmpty: `${client.url} holds nothing of ours that the seed files don't describe`,
    plan: async () => {
      const inventory = await loadOwned(client);
      const plan = planPrune(seed.objects, inventory, { target: client.url });
      const orphans = await loadOrphans(client, plan, { inventory });
      if (orphans.length > 0) {
        throw buildOrphanError(orphans);
      }
      return { plan, inventory };
    },
    [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
  };
}
