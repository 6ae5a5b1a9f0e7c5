import { MultipassError, operationName, operationsOf, type Plan } from "@multipass-netbox/core";
import { type Bystander, listBystanders } from "./bystanders.ts";
import type { Deployment } from "./deployment.ts";
import { holdHostLock } from "./host-lock.ts";
import type { HostObservation } from "./host-observation.ts";
import type { HostOperation } from "./host-operation.ts";
import { beginRun, type HostRun, type RunRecord } from "./host-run.ts";
import { nameRun } from "./name-run.ts";
import { isOtherVersion } from "./is-other-version.ts";
import { listOwn } from "./list-own.ts";
import { findActiveRun, findUnfinishedRun, type PastRun } from "./past-run.ts";
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
  assertNothingAtWork(planned.observation, command);
  const record = buildRecord(deployment, planned, at);
  const run = await beginRun(runner, layout, record);
  const bystanders = listBystanders(shown.observation, planned.observation);
  const lock = stack.move();
  const dispose = (): Promise<void> => lock.disposeAsync();
  return { run, record, planned, bystanders, lost, [Symbol.asyncDispose]: dispose };
}

// Whoever held the lock before may have left a step at work, or a restore half done.
function assertNothingAtWork(observation: HostObservation, command: string): void {
  const active = findActiveRun(observation);
  if (active !== undefined) {
    throw new MultipassError(
      "NOT_READY",
      `the step ${active.activeStep} of ${active.id} is still at work`,
      {
        hint: "Nothing was changed. Run the command again: it waits for it.",
      },
    );
  }
  if (observation.brokenRestore !== undefined && !command.startsWith("backup restore")) {
    throw new MultipassError("NOT_READY", "a restore broke off half way on this host", {
      hint: "Nothing was changed. `multipass-netbox backup restore ID` first brings back what was there before it.",
    });
  }
}

function buildRecord(
  { who, command, runner, stack }: Deployment,
  { plan, observation }: PlannedOnHost,
  at: string,
): HostRunRecord {
  const unfinished = findUnfinishedRun(observation);
  // By the host's clock: operators' clocks differ, and names of runs sort by time.
  const id = nameRun(command, new Date(observation.clock * 1000).toISOString());
  return {
    id,
    command,
    who,
    at,
    target: runner.target,
    operations: operationsOf(plan).map(operationName),
    // A run that finishes another one goes back to before the other one.
    before: unfinished?.before ?? takeSnapshot(stack, observation),
    backupId: findBackupId(unfinished, observation) ?? id,
    ...(unfinished === undefined ? {} : { finishes: unfinished.id }),
  };
}

// Only what another version has migrated needs the older backup; else this run makes its own.
function findBackupId(
  unfinished: PastRun | undefined,
  observation: HostObservation,
): string | undefined {
  return unfinished !== undefined &&
    isOtherVersion(unfinished.before.containers, listOwn(observation)) &&
    observation.backups.some(({ name }) => name === unfinished.backupId)
    ? unfinished.backupId
    : undefined;
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
