import { MultipassError, type Plan } from "@multipass-netbox/core";
import { type Bystander, listBystanders } from "./bystanders.ts";
import type { Deployment } from "./deployment.ts";
import { runDetached } from "./detached-step.ts";
import type { HostLayout } from "./host-layout.ts";
import type { HostObservation } from "./host-observation.ts";
import type { HostOperation } from "./host-operation.ts";
import { isOurs } from "./is-ours.ts";
import { observeHost } from "./observe-host.ts";
import { planDeployment } from "./plan-deployment.ts";
import { assertPreflight, findPreflightProblems } from "./preflight.ts";
import { findUnfinishedRun, type PastRun } from "./past-run.ts";

/** What may be set for a deployment besides its stack. */
export interface DeployOptions {
  /** What the whole host may use, in bytes. Default: 10 GB. */
  readonly memoryBudgetBytes?: number | undefined;
  /** Whether the version of NetBox may change, as `upgrade` does. Default: false. */
  readonly mayChangeVersion?: boolean | undefined;
  /** Whether one more API token pepper is made. Old ones stay: tokens are valid with theirs only. */
  readonly addsPepper?: boolean | undefined;
  /** Looks at what was observed before anything else is said about it; throws what forbids the plan. */
  readonly check?: ((observation: HostObservation) => void) | undefined;
}

/** A plan, and what it was made from. */
export interface PlannedDeploy {
  readonly plan: Plan<HostOperation>;
  readonly observation: HostObservation;
  readonly bystanders: readonly Bystander[];
  readonly unfinished: PastRun | undefined;
}

const defaultMemoryBudgetBytes = 10_000_000_000;

/**
 * Looks at the host, in one round trip, and plans. Nothing is changed. Throws `PREFLIGHT_FAILED` with
 * every problem at once.
 */
export async function planDeploy(
  deployment: Deployment,
  options: DeployOptions = {},
): Promise<PlannedDeploy> {
  const observation = await observeDeployment(deployment);
  options.check?.(observation);
  const { runner } = deployment;
  const stack = deployment.renderStack(countPeppers(observation) + Number(options.addsPepper ?? 0));
  const problems = findPreflightProblems({
    stack,
    observation,
    clock: Date.now() / 1000,
    memoryBudgetBytes: options.memoryBudgetBytes ?? defaultMemoryBudgetBytes,
    mayChangeVersion: options.mayChangeVersion ?? false,
  });
  assertPreflight(problems, runner.target);
  return {
    plan: planDeployment(stack, observation, runner.target),
    observation,
    bystanders: listBystanders(observation),
    unfinished: findUnfinishedRun(observation),
  };
}

/** What is to be done on a host that was looked at, without preflight. Pure. */
export function planObserved(
  { renderStack, runner }: Deployment,
  observation: HostObservation,
): Plan<HostOperation> {
  return planDeployment(renderStack(countPeppers(observation)), observation, runner.target);
}

function countPeppers({ secrets }: HostObservation): number {
  return Math.max(1, secrets.filter(({ name }) => name.startsWith("api_token_pepper_")).length);
}

/** Looks at what a stack is about on its host. */
export async function observeDeployment({
  runner,
  stack,
  layout,
  signal,
}: Deployment): Promise<HostObservation> {
  const scope = {
    layout,
    files: stack.files.map(({ path }) => path),
    images: [...new Set(stack.containers.map(({ image }) => image))],
  };
  const observation = await observeHost(runner, scope, signal);
  assertSameFolder(observation, layout);
  return observation;
}

const folderLabel = "com.docker.compose.project.working_dir";

// Two folders on one host would be one deployment to Docker, and two to us.
function assertSameFolder({ containers }: HostObservation, { directory }: HostLayout): void {
  const elsewhere = containers
    .filter((one) => isOurs(one))
    .map(({ labels }) => labels[folderLabel] ?? directory)
    .find((folder) => folder !== directory);
  if (elsewhere !== undefined) {
    throw new MultipassError(
      "CONFIG_INVALID",
      `NetBox was deployed from ${elsewhere} on this host, and the configuration says ${directory}`,
      { hint: `Write host.directory: ${elsewhere}` },
    );
  }
}

/** Waits for a step that an earlier run left at work on the host. Its own end decides nothing here. */
export async function waitForActiveStep(
  { runner, layout, onLine, signal }: Deployment,
  { id, activeStep }: PastRun,
): Promise<void> {
  if (activeStep !== undefined) {
    const step = { folder: `${layout.runs}/${id}`, name: activeStep, script: "exit 1" };
    await runDetached(runner, step, { onLine, signal }).catch((error: unknown) => {
      signal?.throwIfAborted();
      onLine?.(`the step ${activeStep} of ${id} failed: ${String(error)}`);
    });
  }
}
