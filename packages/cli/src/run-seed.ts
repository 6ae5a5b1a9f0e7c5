import { isEmptyPlan } from "@multipass-netbox/core";
import { applySeed } from "./apply-seed.ts";
import type { SeedOptions } from "./seed-options.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./open-terminal.ts";
import { renderVerifyTable } from "./render-verify-table.ts";
import { planSession, openSeedSession } from "./seed-session.ts";
import { checkSavedPlan, savePlan } from "./saved-plan.ts";
import { showPlan } from "./show-plan.ts";

/** Runs one of the `seed` commands: load, plan, show, and for `apply` ask, apply, verify. */
export async function runSeed(
  mode: "apply" | "plan" | "verify",
  options: SeedOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSeedSession(options);
  const { plan, inventory } = await planSession(session, options);
  if (options.from !== undefined) {
    await checkSavedPlan(options.from, plan);
  }
  if (options.savePlan !== undefined) {
    await savePlan(options.savePlan, plan);
  }
  const isApplied = mode === "apply" && options.plan !== true && !isEmptyPlan(plan);
  if (!isApplied) {
    if (mode === "verify" && !terminal.json) {
      terminal.print(renderVerifyTable(session.seed, plan));
    }
    showPlan(plan, { mode, objects: session.seed.objects.length }, terminal);
    terminal.exitCode = isEmptyPlan(plan) ? exitCodes.done : exitCodes.difference;
    return;
  }
  if (await confirmPlan(plan, options, terminal)) {
    await applySeed({ session, plan, inventory }, terminal);
  } else {
    terminal.note("Nothing was changed.");
    terminal.exitCode = exitCodes.interrupted;
  }
}
