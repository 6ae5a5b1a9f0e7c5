import {
  applyHostRollback,
  describeRestore,
  planHostRollback,
  type PlannedRollback,
  type RollbackReceipt,
} from "@multipass-netbox/deployer";
import { describeRun, runAsData } from "./describe-run.ts";
import type { HostChange } from "./host-change.ts";
import { losesData } from "./loses-data.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printHostChange } from "./print-host-change.ts";
import { isDue } from "./show-plan.ts";

/** `rollback [RECEIPT]`: puts a host back to what it had before a run, by default the last one. */
export function createRollbackChange(
  { deployment: { runner } }: DeploymentSession,
  receipt: string | undefined,
): HostChange<PlannedRollback, RollbackReceipt> {
  return {
    command: receipt === undefined ? "rollback" : `rollback ${receipt}`,
    title: "Take back on",
    whenEmpty: "all is as it was before that run on",
    plan: (deployment) => planHostRollback(deployment, receipt),
    comment: (planned) => ({
      isDue: planned.takesBack.result === undefined || isDue(planned),
      remarks: [describeTakenBack(planned), ...(isDue(planned) ? describeData(planned) : [])],
      details: {
        takesBack: runAsData(planned.takesBack),
        removesData: planned.removesData,
        restores: planned.restores,
      },
    }),
    wantsName: ({ restores }) => restores !== undefined && losesData(restores.losses),
    apply: applyHostRollback,
    print: ({ shown: { plan, takesBack, observation }, result }, terminal) => {
      const said = [`Took back ${describeRun(takesBack)}.`];
      printHostChange({ runner, plan, observation, ...result, said }, terminal);
    },
  };
}

function describeTakenBack({ takesBack }: PlannedRollback): string {
  return `Takes back ${describeRun(takesBack)}: ${takesBack.result ?? "it did not end"}.`;
}

function describeData({ removesData, restores }: PlannedRollback): readonly string[] {
  if (restores !== undefined) {
    return describeRestore(restores);
  }
  return removesData
    ? ["The data that it made goes too: nobody can have used it."]
    : ["The database stays as it is."];
}
