import type { Operation } from "@multipass-netbox/core";
import type { ChangeOptions } from "./change-options.ts";
import type { ChangeTask, PlannedChange } from "./change-task.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./open-terminal.ts";
import { checkSavedPlan, savePlan } from "./saved-plan.ts";
import { isDue, showPlan } from "./show-plan.ts";

/**
 * Runs a task that changes something: plan, show, ask, apply. With `isDry` or `--plan` it ends with
 * the plan and the exit code 2 if there is something to do.
 */
export async function runChanges<O extends Operation, P extends PlannedChange<O>>(
  task: ChangeTask<O, P>,
  { options, isDry }: { readonly options: ChangeOptions; readonly isDry: boolean },
  terminal: Terminal,
): Promise<void> {
  const planned = await task.plan();
  if (options.from !== undefined) {
    await checkSavedPlan(options.from, planned.plan, task.planCommand);
  }
  if (options.savePlan !== undefined) {
    await savePlan(options.savePlan, planned.plan);
  }
  for (const loss of planned.losses ?? []) {
    terminal.note(loss);
  }
  if (isDry || options.plan === true || !isDue(planned)) {
    const readable = { ...planned, describe: task.describe };
    showPlan(readable, `Nothing to do: ${task.whenEmpty}.`, terminal);
    terminal.exitCode = isDue(planned) ? exitCodes.difference : exitCodes.done;
    return;
  }
  await askAndApply(task, { planned, options }, terminal);
}

async function askAndApply<O extends Operation, P extends PlannedChange<O>>(
  task: ChangeTask<O, P>,
  { planned, options }: { readonly planned: P; readonly options: ChangeOptions },
  terminal: Terminal,
): Promise<void> {
  await using _lock = await task.hold?.(planned.plan.target);
  const isWanted =
    task.confirm === undefined
      ? await confirmPlan({ ...planned, describe: task.describe }, options, terminal)
      : await task.confirm(planned, options, terminal);
  if (!isWanted) {
    terminal.note("Nothing was changed.");
    terminal.exitCode = exitCodes.interrupted;
    return;
  }
  await task.apply(planned, terminal);
}
