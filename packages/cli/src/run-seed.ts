import { isEmptyPlan } from "@multipass-netbox/core";
import { describeOperation } from "@multipass-netbox/seeder";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./open-terminal.ts";
import { openPruneTask } from "./prune-task.ts";
import { renderVerifyTable } from "./render-verify-table.ts";
import { runChanges } from "./run-changes.ts";
import { createSeedChange } from "./seed-change.ts";
import { createSeedTask, openSeedSession } from "./seed-session.ts";
import type { SeedOptions } from "./seed-options.ts";
import { showPlan } from "./show-plan.ts";
import { openUndoTask } from "./undo-task.ts";

/** `seed` and `seed apply`; with `isDry`, `seed plan`. */
export async function runSeed(
  options: SeedOptions,
  isDry: boolean,
  terminal: Terminal,
): Promise<void> {
  await using task = createSeedTask(await openSeedSession(options), options);
  await runChanges(createSeedChange(task), { options, isDry }, terminal);
}

/** `seed verify` */
export async function runVerify(options: SeedOptions, terminal: Terminal): Promise<void> {
  const session = await openSeedSession(options);
  await using task = createSeedTask(session, options);
  const { plan } = await task.plan();
  if (!terminal.json) {
    terminal.print(renderVerifyTable(session.seed, plan));
  }
  showPlan({ plan, describe: describeOperation }, `Verified: ${task.whenEmpty}.`, terminal);
  terminal.exitCode = isEmptyPlan(plan) ? exitCodes.done : exitCodes.difference;
}

/** `seed prune` */
export async function runPrune(options: SeedOptions, terminal: Terminal): Promise<void> {
  await using task = await openPruneTask(options);
  await runChanges(createSeedChange(task), { options, isDry: false }, terminal);
}

/** `seed undo RECEIPT` */
export async function runUndo(
  receipt: string,
  options: SeedOptions,
  terminal: Terminal,
): Promise<void> {
  await using task = await openUndoTask(receipt, options);
  await runChanges(createSeedChange(task), { options, isDry: false }, terminal);
}
