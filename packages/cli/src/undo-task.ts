import { MultipassError } from "@multipass-netbox/core";
import {
  buildOrphanError,
  listUndoLosses,
  loadOrphans,
  loadUndoState,
  planUndo,
} from "@multipass-netbox/seeder";
import { loadConfig } from "./load-config.ts";
import { openNetBox } from "./open-netbox.ts";
import { readReceipt } from "./read-receipt.ts";
import type { SeedOptions } from "./seed-options.ts";
import type { SeedTask } from "./seed-task.ts";

/** `seed undo RECEIPT`: puts back what a run changed. */
export async function openUndoTask(name: string, options: SeedOptions): Promise<SeedTask> {
  const record = await readReceipt(name);
  const loaded = await loadConfig(options.config);
  const netbox = await openNetBox(loaded, options);
  const { client, target } = netbox;
  if (record.target !== target) {
    await netbox[Symbol.asyncDispose]();
    throw new MultipassError("PLAN_STALE", `the receipt ${name} is of ${record.target}`, {
      hint: `The NetBox to work with is ${target}.`,
    });
  }
  return {
    command: "seed undo",
    netbox,
    secretFolder: loaded.folder,
    whenEmpty: `${target} holds nothing of that run any more`,
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
    [Symbol.asyncDispose]: () => netbox[Symbol.asyncDispose](),
  };
}
