import {
  isEmptyPlan,
  isMultipassError,
  MultipassError,
  operationName,
  operationsOf,
  type Receipt,
} from "@multipass-netbox/core";
import { applyToHost } from "./apply-to-host.ts";
import { type BystanderChange, compareBystanders } from "./bystanders.ts";
import { checkDoors, type DoorReport } from "./check-doors.ts";
import type { Deployment } from "./deployment.ts";
import { explainLostLock } from "./host-lock.ts";
import type { HostObservation } from "./host-observation.ts";
import { endRun, type RunResult, tryToEnd } from "./host-run.ts";
import { isOtherVersion } from "./is-other-version.ts";
import { joinSignals } from "./join-signals.ts";
import { makeFolder } from "./make-folder.ts";
import { type OpenHostRun, openHostRun, type PlannedOnHost } from "./open-host-run.ts";
import { type DeployOptions, observeDeployment, planDeploy, planObserved } from "./plan-deploy.ts";
import { rollBack } from "./roll-back.ts";

/** What came of a deployment. */
export interface DeployReceipt {
  /** The run's name on the host. */
  readonly run: string;
  readonly receipt: Receipt;
  readonly doors: DoorReport;
  /** How many containers that are not ours were compared, and are as they were. */
  readonly bystanders: number;
}

/**
 * Applies a plan that was shown: lock, the same plan again, effects, checks, neighbours, receipt. What
 * fails is put back as it was before, with the same lock. Throws `LOCK_HELD`, `PLAN_STALE`,
 * `APPLY_FAILED`, `BYSTANDER_CHANGED`, and `SSH_UNREACHABLE` when the connection is cut: then the
 * host's journal lets the next run finish or undo it.
 */
export async function applyDeploy(
  deployment: Deployment,
  shown: PlannedOnHost,
  options: DeployOptions = {},
): Promise<DeployReceipt> {
  await makeFolder(deployment, shown.plan);
  await using open = await openHostRun(deployment, shown, () => planDeploy(deployment, options));
  return await attempt({ ...open, deployment });
}

type Attempt = OpenHostRun<PlannedOnHost> & { readonly deployment: Deployment };

async function attempt(input: Attempt): Promise<DeployReceipt> {
  const { deployment, planned, run, bystanders: neighbours } = input;
  const waitFor = deployment.stack.containers.map(({ name }) => name);
  const { receipt, failure } = await applyToHost(
    { ...deployment, signal: joinSignals(deployment.signal, input.lost) },
    planned.plan,
    { run, waitFor, stopsForBackup: changesVersion(input) },
  );
  if (failure !== undefined) {
    throw await settleFailure(input, failure, receipt);
  }
  const { doors, observation } = await checkAfter(deployment).catch(async (error: unknown) => {
    throw await settleFailure(input, error, receipt);
  });
  await checkBystanders(input, observation, receipt);
  const bystanders = neighbours.length;
  await end(input, "done", { receipt, doors, bystanders });
  return { run: run.id, receipt, doors, bystanders };
}

// What is written after the backup could not be put back together with it.
function changesVersion({ deployment, record }: Attempt): boolean {
  return isOtherVersion(record.before.containers, deployment.stack.containers);
}

/** The doors that users take, and a second plan, which must be empty. */
async function checkAfter(
  deployment: Deployment,
): Promise<{ readonly doors: DoorReport; readonly observation: HostObservation }> {
  const doors = await checkDoors(deployment);
  const observation = await observeDeployment(deployment);
  // No preflight: what became of the host meanwhile is no reason to take anything back.
  const plan = planObserved(deployment, observation);
  if (!isEmptyPlan(plan)) {
    const left = operationsOf(plan).map((operation) => `  ${operationName(operation)}`);
    throw new MultipassError("APPLY_FAILED", `something is left to do\n${left.join("\n")}`);
  }
  return { doors, observation };
}

// A neighbour changed. Only where a step of ours may be the reason is ours taken back.
async function checkBystanders(
  input: Attempt,
  observation: HostObservation,
  receipt: Receipt,
): Promise<void> {
  const changes = compareBystanders(input.bystanders, observation);
  if (changes.length === 0) {
    return;
  }
  // A database is never restored for a neighbour.
  const mayBeOurs = changes.some((change) => change.mayBeOurs) && !changesVersion(input);
  const error = buildBystanderError(changes, mayBeOurs);
  if (mayBeOurs) {
    throw await settleFailure(input, error, receipt);
  }
  await end(input, "done", { receipt, bystanderChanges: changes });
  throw error;
}

function buildBystanderError(
  changes: readonly BystanderChange[],
  mayBeOurs: boolean,
): MultipassError {
  const lines = changes.map(({ name, changes: texts }) => `  ${name}: ${texts.join("; ")}`);
  return new MultipassError(
    "BYSTANDER_CHANGED",
    `${changes.length} of the containers that are not ours changed meanwhile\n${lines.join("\n")}`,
    {
      hint: mayBeOurs
        ? "Our own steps may be why."
        : "No step of ours explains it: NetBox stays deployed. Did somebody else work on the host?",
    },
  );
}

/** Takes back what can be taken back, writes the end of the run, and gives the error to throw. */
async function settleFailure(
  input: Attempt,
  failure: unknown,
  receipt: Receipt,
): Promise<MultipassError> {
  if (input.lost.aborted) {
    return explain(await explainLostLock(input.deployment.runner), unfinishedHint);
  }
  if (isMultipassError(failure) && failure.code === "SSH_UNREACHABLE") {
    return explain(failure, unfinishedHint);
  }
  if (input.deployment.signal?.aborted === true && hasTouchedContainers(receipt)) {
    return explain(failure, `NetBox goes on starting on the host. ${unfinishedHint}`);
  }
  const problem = await goBack(input);
  await tryToEnd(input.deployment, {
    record: input.record,
    result: problem === undefined ? "rolled back" : "failed",
    detail: {
      receipt,
      message: messageOf(failure),
      ...(problem === undefined ? {} : { rollback: problem }),
    },
  });
  return explain(failure, problem ?? "Everything is as it was before.");
}

const unfinishedHint =
  "`multipass-netbox deploy` finishes it from where it is, `multipass-netbox rollback` takes it back.";

// Migrations may be under way then, and nobody may kill them.
function hasTouchedContainers({ done, failed, unknown }: Receipt): boolean {
  const names = [...done, ...failed].map(({ operation }) => operation);
  return [...names, ...unknown].some((name) => name.includes(" container "));
}

async function goBack({
  deployment,
  record: { before, backupId },
  run,
  planned: { observation },
}: Attempt): Promise<string | undefined> {
  // Nobody can have logged in to what was never handed over.
  const removesData = before.volumes.length === 0 && observation.credentials.length === 0;
  try {
    await rollBack({ ...deployment, signal: undefined }, before, {
      run,
      removesData,
      backupId,
      // NetBox was stopped for the backup: whoever wrote since did so into the new version.
      mayLose: 0,
    });
    return undefined;
  } catch (error) {
    return `What was there before could not be put back: ${messageOf(error)}\nOn the host: ${run.folder}`;
  }
}

async function end(
  { deployment: { runner, layout }, record }: Attempt,
  result: RunResult,
  detail: object,
): Promise<void> {
  await endRun(runner, layout, { record, result, detail });
}

function explain(failure: unknown, remedy: string): MultipassError {
  if (!isMultipassError(failure)) {
    return new MultipassError("INTERNAL", messageOf(failure), { cause: failure, hint: remedy });
  }
  const hint = failure.hint === undefined ? remedy : `${failure.hint}\n${remedy}`;
  return new MultipassError(failure.code, failure.message, { hint, cause: failure.cause });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
