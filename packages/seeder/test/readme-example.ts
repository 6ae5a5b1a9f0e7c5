import { applyPlan, type ApplyResult, type Journal } from "@multipass-netbox/core";
import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import {
  buildExport,
  createSeedExecutor,
  loadEverything,
  loadInventory,
  loadSeed,
  planSeed,
  type SeedExport,
} from "@multipass-netbox/seeder";

/** The code of the README, run; readme.contract.test.ts holds them to each other. */
export async function runExample(
  client: NetBoxClient,
  journal: Journal,
): Promise<ApplyResult & SeedExport> {
  const seed = await loadSeed("seed-data");
  const inventory = await loadInventory(client, seed.objects);
  const plan = planSeed(seed.objects, inventory, { target: client.url });
  const execute = createSeedExecutor({ client, inventory });
  const { receipt, failure } = await applyPlan(plan, { execute, journal });

  const { files, document, leftOut } = buildExport(await loadEverything(client), {
    source: client.url,
  });

  return { receipt, failure, files, document, leftOut };
}
