import { describeOperation, type SeedOperation } from "@multipass-netbox/seeder";
import { applySeedChanges } from "./apply-seed-changes.ts";
import type { ChangeTask } from "./change-task.ts";
import { holdTargetLock } from "./hold-target-lock.ts";
import { checkSamePlan } from "./saved-plan.ts";
import type { PlannedSeed, SeedTask } from "./seed-task.ts";

const planCommand = "multipass-netbox seed plan";

/** A change of NetBox for everybody who runs changes. */
export function createSeedChange(task: SeedTask): ChangeTask<SeedOperation, PlannedSeed> {
  return {
    planCommand,
    whenEmpty: task.whenEmpty,
    describe: describeOperation,
    plan: () => task.plan(),
    hold: holdTargetLock,
    apply: async (shown, terminal) => {
      // While the question stood, NetBox may have changed.
      const current = await task.plan();
      checkSamePlan(shown.plan, current.plan, planCommand);
      await applySeedChanges(task, current, terminal);
    },
  };
}
