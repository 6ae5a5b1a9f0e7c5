import type { Receipt } from "@multipass-netbox/core";
import { applyToHost } from "./apply-to-host.ts";
import { type BystanderChange, compareBystanders } from "./bystanders.ts";
import type { Deployment } from "./deployment.ts";
import { explainLostLock } from "./host-lock.ts";
import { endRun } from "./host-run.ts";
import { joinSignals } from "./join-signals.ts";
import { openHostRun, type PlannedOnHost } from "./open-host-run.ts";
import { observeDeployment } from "./plan-deploy.ts";

/** What came of a change that has no way back of its own. */
export interface HostChangeReceipt {
  /** The run's name on the host. */
  readonly run: string;
  readonly receipt: Receipt;
  /** What changed about containers that are not ours meanwhile. */
  readonly bystanderChanges: readonly BystanderChange[];
}

/** How a change is planned again under the lock, and what is looked at after it. */
export interface HostChange {
  readonly replan: () => Promise<PlannedOnHost>;
  readonly check?: (() => Promise<unknown>) | undefined;
}

/**
 * Applies a plan that was shown: lock, the same plan again, effects, check, neighbours, receipt. Stops
 * at the first failure and takes nothing back; safe to repeat. Throws `LOCK_HELD`, `PLAN_STALE` and
 * what stops it.
 */
export async function applyHostChange(
  deployment: Deployment,
  shown: PlannedOnHost,
  { replan, check }: HostChange,
): Promise<HostChangeReceipt> {
  const { runner, layout, signal } = deployment;
  await using open = await openHostRun(deployment, shown, replan);
  const { run, record, planned, bystanders } = open;
  const { receipt, failure } = await applyToHost(
    { ...deployment, signal: joinSignals(signal, open.lost) },
    planned.plan,
    { run, waitFor: [] },
  );
  if (open.lost.aborted) {
    throw await explainLostLock(runner);
  }
  const problem = failure ?? (await check?.().then(nothing, asProblem));
  const bystanderChanges = compareBystanders(
    bystanders,
    await observeDeployment({ ...deployment, signal: undefined }),
  );
  const result = problem === undefined ? "done" : "failed";
  await endRun(runner, layout, { record, result, detail: { receipt, bystanderChanges } });
  if (problem !== undefined) {
    throw problem;
  }
  return { run: run.id, receipt, bystanderChanges };
}

function nothing(): undefined {
  return undefined;
}

function asProblem(error: unknown): unknown {
  return error;
}
