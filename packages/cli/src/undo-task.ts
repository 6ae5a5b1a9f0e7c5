import { MultipassError } from "@multipass-netbox/core";
import {
  buildOrphanError,
  listUndoLosses,
  loadOrphans,
  loadUndoState,
  planUndo,
} from "@multipass-netbox/seeder";
import type { ChangeTask } from "./change-task.ts";
import { loadConfig } from "./load-config.ts";
import { openClient } from "./open-client.ts";
import { readReceipt } from "./read-receipt.ts";
import type { SeedOptions } from "./seed-options.ts";

/** `seed undo RECEIPT`: puts back what a run changed. */
export async function openUndoTask(name: string, options: SeedOptions): Promise<ChangeTask> {
  const record = await readReceipt(name);
  const loaded = await loadConfig(options.config);
  const client = await openClient(loaded, options);
  if (record.target !== client.url) {
    await client[Symbol.asyncDispose]();
    throw new MultipassError("PLAN_STALE", `the receipt ${name} is of ${record.target}`, {
      hint: `The NetBox to work with is ${client.url}.`,
    });
  }
  return {
    command: "seed undo",
    client,
    secretFolder: loaded.folder,
    whenEmpty: `${client.url} holds nothing of that run any more`,
    plan: async () => {
      const state = await loadUndoState(client, record);
      const plan = planUndo(record, state);
      const { inventory } = state;
      const { requestIds } = record;
      const orphans = await loadOrphans(client, plan, { inventory, requestIds });
      if (orphans.length > 0) {
        throw buildOrphanError(orphans);
      }
      return { plan, inventory, losses: listUndoLosses(record, plan, state) };
    },
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}
