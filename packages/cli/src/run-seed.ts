import { isEmptyPlan, type Plan } from "@multipass-netbox/core";
import type { SeedOperation } from "@multipass-netbox/seeder";
import { applySeed } from "./apply-seed.ts";
import type { SeedOptions } from "./seed-options.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { holdTargetLock } from "./hold-target-lock.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./open-terminal.ts";
import { renderVerifyTable } from "./render-verify-table.ts";
import { openSeedSession, planSession, type SeedSession } from "./seed-session.ts";
import { checkSamePlan, checkSavedPlan, savePlan } from "./saved-plan.ts";
import { showPlan } from "./show-plan.ts";

/** Runs one of the `seed` commands: load, plan, show, and for `apply` ask, apply, verify. */
export async function runSeed(
  mode: "apply" | "plan" | "verify",
  options: SeedOptions,
  terminal: Terminal,
): Promise<void> {
  await using session = await openSeedSession(options);
  const { plan } = await planSession(session, options);
  if (options.from !== undefined) {
    await checkSavedPlan(options.from, plan);
  }
  if (options.savePlan !== undefined) {
    await savePlan(options.savePlan, plan);
  }
  if (mode === "apply" && options.plan !== true && !isEmptyPlan(plan)) {
    await askAndApply({ session, plan, options }, terminal);
    return;
  }
  if (mode === "verify" && !terminal.json) {
    terminal.print(renderVerifyTable(session.seed, plan));
  }
  showPlan(plan, { mode, objects: session.seed.objects.length }, terminal);
  terminal.exitCode = isEmptyPlan(plan) ? exitCodes.done : exitCodes.difference;
}

interface ShownPlan {
  readonly session: SeedSession;
  readonly plan: Plan<SeedOperation>;
  readonly options: SeedOptions;
}

async function askAndApply(
  { session, plan, options }: ShownPlan,
  terminal: Terminal,
): Promise<void> {
  await using _lock = await holdTargetLock(plan.target);
  if (!(await confirmPlan(plan, options, terminal))) {
    terminal.note("Nothing was changed.");
    terminal.exitCode = exitCodes.interrupted;
    return;
  }
  // While the question stood, NetBox may have changed.
  const current = await planSession(session, options);
  checkSamePlan(plan, current.plan);
  await applySeed({ session, ...current }, terminal);
}
