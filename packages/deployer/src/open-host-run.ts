import { MultipassError, operationName, operationsOf, type Plan } from "@multipass-netbox/core";
import { type Bystander, listBystanders } from "./bystanders.ts";
import type { Deployment } from "./deployment.ts";
import { holdHostLock } from "./host-lock.ts";
import type { HostObservation } from "./host-observation.ts";
import type { HostOperation } from "./host-operation.ts";
import { beginRun, type HostRun, type RunRecord } from "./host-run.ts";
import { nameRun } from "./name-run.ts";
import { findUnfinishedRun } from "./past-run.ts";
import { type Snapshot, takeSnapshot } from "./snapshot.ts";

/** A plan for a host, and what it was made from. */
export interface PlannedOnHost {
  readonly plan: Plan<HostOperation>;
  readonly observation: HostObservation;
}

/** What a run leaves on the host before its first effect. */
type HostRunRecord = RunRecord & {
  readonly before: Snapshot;
  /** The backup of what was there before. */
  readonly backupId: string;
};

/** A change of a host that has the lock and a record; disposing frees the lock. */
export interface OpenHostRun<P extends PlannedOnHost> extends AsyncDisposable {
  readonly run: HostRun;
  readonly record: HostRunRecord;
  /** The plan of this moment: the same as the one that was shown. */
  readonly planned: P;
  /** Who stands beside us, seen twice. */
  readonly bystanders: readonly Bystander[];
  /** Aborted when the lock is lost; from then on nothing may be changed. */
  readonly lost: AbortSignal;
}

/**
 * Takes the lock, plans again, and writes the record of a run. Throws `LOCK_HELD`, and `PLAN_STALE`
 * unless the plan is still the one that was shown.
 */
export async function openHostRun<P extends PlannedOnHost>(
  deployment: Deployment,
  shown: PlannedOnHost,
  replan: () => Promise<P>,
): Promise<OpenHostRun<P>> {
  const { runner, layout, who, command } = deployment;
  const at = new Date().toISOString();
  await using stack = new AsyncDisposableStack();
  const { lost } = stack.use(await holdHostLock(runner, layout, { who, why: command, since: at }));
  const planned = await replan();
  assertSamePlan(shown.plan, planned.plan, command);
  const record = buildRecord(deployment, planned, at);
  const run = await beginRun(runner, layout, record);
  const bystanders = listBystanders(shown.observation, planned.observation);
  const lock = stack.move();
  const dispose = (): Promise<void> => lock.disposeAsync();
  return { run, record, planned, bystanders, lost, [Symbol.asyncDispose]: dispose };
}

function buildRecord(
  { who, command, runner, stack }: Deployment,
  { plan, observation }: PlannedOnHost,
  at: string,
): HostRunRecord {
  const unfinished = findUnfinishedRun(observation);
  const id = nameRun(command, at);
  const hasBackup = observation.backups.some(({ name }) => name === unfinished?.backupId);
  return {
    id,
    command,
    who,
    at,
    target: runner.target,
    operations: operationsOf(plan).map(operationName),
    // A run that finishes another one goes back to before the other one.
    before: unfinished?.before ?? takeSnapshot(stack, observation),
    backupId: unfinished !== undefined && hasBackup ? unfinished.backupId : id,
    ...(unfinished === undefined ? {} : { finishes: unfinished.id }),
  };
}

// The folder is made before the lock, which is in it. What is waited for may have come meanwhile.
function assertSamePlan(
  shown: Plan<HostOperation>,
  now: Plan<HostOperation>,
  command: string,
): void {
  if (asText(shown) !== asText(now)) {
    throw new MultipassError(
      "PLAN_STALE",
      "the host is no longer as it was when the plan was made",
      { hint: `Nothing was changed. Look at a new plan: multipass-netbox ${command} --plan` },
    );
  }
}

function asText(plan: Plan<HostOperation>): string {
  const compared = operationsOf(plan).filter(
    ({ kind, action }) => kind !== "folder" && action !== "wait",
  );
  return JSON.stringify(compared);
}
