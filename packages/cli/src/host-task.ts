import {
  buildLockError,
  describeHostOperation,
  findActiveRun,
  type HostOperation,
  listBystanders,
  type PlannedOnHost,
  waitForActiveStep,
} from "@multipass-netbox/deployer";
import type { ChangeTask, PlannedChange } from "./change-task.ts";
import { confirmHost } from "./confirm-host.ts";
import { confirmPlan } from "./confirm-plan.ts";
import type { HostChangeOptions } from "./deploy-options.ts";
import { describeSeen } from "./describe-bystanders.ts";
import { describeCosts, readCosts } from "./describe-costs.ts";
import type { HostChange } from "./host-change.ts";
import { nameHost } from "./name-host.ts";
import { type HostStage, runHostStep } from "./run-host-step.ts";

/**
 * A change of a host for everybody who runs changes. A step that an earlier run left at work there is
 * waited for, unless the plan is only shown.
 */
export function createHostTask<P extends PlannedOnHost, R>(
  stage: HostStage,
  change: HostChange<P, R>,
  options: HostChangeOptions,
): ChangeTask<HostOperation, P & PlannedChange<HostOperation>> {
  const { deployment, terminal } = stage;
  const host = nameHost(deployment.runner);
  const wait = options.plan !== true;
  return {
    planCommand: `multipass-netbox ${change.command} --plan`,
    whenEmpty: `${change.whenEmpty} ${host}`,
    describe: describeHostOperation,
    plan: async () => addComments(await (wait ? lookInPeace : look)(stage, change), stage, change),
    confirm: async (planned) => {
      const readable = { ...planned, describe: describeHostOperation };
      return change.wantsName?.(planned) === true
        ? await confirmHost(
            { ...readable, hostname: planned.observation.hostname },
            options,
            terminal,
          )
        : await confirmPlan(readable, options, terminal);
    },
    apply: async (shown) => {
      const result = await runHostStep(`${change.title} ${host}`, stage, (watched) =>
        change.apply(watched, shown),
      );
      change.print({ shown, result }, terminal);
    },
  };
}

async function look<P extends PlannedOnHost, R>(
  stage: HostStage,
  change: HostChange<P, R>,
): Promise<P> {
  const host = nameHost(stage.deployment.runner);
  return await runHostStep(`Look at ${host}`, stage, (watched) => change.plan(watched));
}

async function lookInPeace<P extends PlannedOnHost, R>(
  stage: HostStage,
  change: HostChange<P, R>,
): Promise<P> {
  const planned = await look(stage, change);
  const { lockHolder } = planned.observation;
  if (lockHolder !== undefined) {
    throw buildLockError(lockHolder);
  }
  const earlier = findActiveRun(planned.observation);
  if (earlier === undefined) {
    return planned;
  }
  await runHostStep(`Wait for ${earlier.activeStep} of ${earlier.id}`, stage, (watched) =>
    waitForActiveStep(watched, earlier),
  );
  return await look(stage, change);
}

function addComments<P extends PlannedOnHost, R>(
  planned: P,
  { deployment: { runner } }: HostStage,
  change: HostChange<P, R>,
): P & PlannedChange<HostOperation> {
  const neighbours = listBystanders(planned.observation).map(({ container }) => container.name);
  const comments = change.comment(planned);
  return {
    ...planned,
    ...comments,
    remarks: [
      describeSeen(neighbours.length),
      ...describeLock(planned.observation),
      ...(comments.remarks ?? []),
      `${describeCosts(runner.costs)}.`,
    ],
    details: { bystanders: neighbours, ...comments.details, costs: readCosts(runner.costs) },
  };
}

function describeLock({ lockHolder }: PlannedOnHost["observation"]): readonly string[] {
  return lockHolder === undefined
    ? []
    : [`${lockHolder.who} is at work on it since ${lockHolder.since}: ${lockHolder.why}.`];
}
