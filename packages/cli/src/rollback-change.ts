import {
  applyHostRollback,
  type BystanderChange,
  describeRestore,
  planHostRollback,
  type PlannedRollback,
} from "@multipass-netbox/deployer";
import { describeRun, runAsData } from "./describe-run.ts";
import type { HostChange } from "./host-change.ts";
import type { DeploymentSession } from "./open-deployment.ts";
import { printHostChange } from "./print-host-change.ts";
import { isDue } from "./show-plan.ts";

/** `rollback [RECEIPT]`: puts a host back to what it had before a run, by default the last one. */
export function createRollbackChange(
  { deployment: { runner } }: DeploymentSession,
  receipt: string | undefined,
): HostChange<PlannedRollback, readonly BystanderChange[]> {
  return {
    command: receipt === undefined ? "rollback" : `rollback ${receipt}`,
    title: "Take back on",
    whenEmpty: "all is as it was before that run on",
    plan: (deployment) => planHostRollback(deployment, receipt),
    comment: (planned) => ({
      isDue: planned.takesBack.result === undefined || isDue(planned),
      remarks: describeRollback(planned),
      details: {
        takesBack: runAsData(planned.takesBack),
        removesData: planned.removesData,
        restores: planned.restores,
      },
    }),
    findEarlier: ({ takesBack }) => takesBack,
    wantsName: ({ restores }) => restores !== undefined && losesData(restores.losses),
    apply: applyHostRollback,
    print: ({ shown: { plan, takesBack, observation }, result }, terminal) => {
      const said = [`Took back ${describeRun(takesBack)}.`];
      printHostChange({ runner, plan, observation, bystanderChanges: result, said }, terminal);
    },
  };
}

type Losses = NonNullable<PlannedRollback["restores"]>["losses"];

function losesData({ changes, accounts }: Losses): boolean {
  return changes !== 0 || accounts;
}

function describeRollback(planned: PlannedRollback): readonly string[] {
  const { takesBack, removesData, restores } = planned;
  return [
    `Takes back ${describeRun(takesBack)}: ${takesBack.result ?? "it did not end"}.`,
    ...(removesData ? ["The data that it made goes too: nobody can have used it."] : []),
    ...(restores === undefined ? [] : describeRestore(restores)),
    ...(removesData || restores !== undefined ? [] : ["The database stays as it is."]),
  ];
}
