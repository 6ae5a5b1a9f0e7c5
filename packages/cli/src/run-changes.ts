import { isEmptyPlan } from "@multipass-netbox/core";
import { applyChanges } from "./apply-changes.ts";
import type { ChangeTask, PlannedChanges } from "./change-task.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { exitCodes } from "./exit-codes.ts";
import { holdTargetLock } from "./hold-target-lock.ts";
import type { Terminal } from "./open-terminal.ts";
import { checkSamePlan, checkSavedPlan, savePlan } from "./saved-plan.ts";
import type { SeedOptions } from "./seed-options.ts";
import { showPlan } from "./show-plan.ts";

/**
 * Runs a task that changes NetBox: plan, show, ask, apply, verify. With `isDry` or `--plan` it
 * ends with the plan and the exit code 2 if there is something to do.
 */
export async function runChanges(
  task: ChangeTask,
  { options, isDry }: { readonly options: SeedOptions; readonly isDry: boolean },
  terminal: Terminal,
): Promise<void> {
  const planned = await task.plan();
  if (options.from !== undefined) {
    await checkSavedPlan(options.from, planned.plan);
  }
  if (options.savePlan !== undefined) {
    await savePlan(options.savePlan, planned.plan);
  }
  for (const loss of planned.losses ?? []) {
    terminal.note(loss);
  }
  if (isDry || options.plan === true || isEmptyPlan(planned.plan)) {
    showPlan(planned.plan, `Nothing to do: ${task.whenEmpty}.`, terminal);
    terminal.exitCode = isEmptyPlan(planned.plan) ? exitCodes.done : exitCodes.difference;
    return;
  }
  await askAndApply(task, { ...planned, options }, terminal);
}

interface ShownPlan extends PlannedChanges {
  readonly options: SeedOptions;
}

async function askAndApply(
  task: ChangeTask,
  { plan, options }: ShownPlan,
  terminal: Terminal,
): Promise<void> {
  await using _lock = await holdTargetLock(plan.target);
  if (!(await confirmPlan(plan, options, terminal))) {
    terminal.note("Nothing was changed.");
    terminal.exitCode = exitCodes.interrupted;
    return;
  }
  // While the question stood, NetBox may have changed.
  const current = await task.plan();
  checkSamePlan(plan, current.plan);
  await applyChanges(task, current, terminal);
}
