import {
  adviseVersion,
  containerNames,
  netBoxVersionOf,
  type RenderedStack,
} from "@multipass-netbox/compose-renderer";
import type { PlannedDeploy } from "@multipass-netbox/deployer";
import { describeUnfinished, runAsData } from "./describe-run.ts";

/** What stands under the plan of a deployment, a line each. Pure. */
export function describeDeployPlan(
  planned: PlannedDeploy,
  stack: Pick<RenderedStack, "containers">,
): readonly string[] {
  const { unfinished } = planned;
  return [
    ...describeHealth(planned),
    ...describeUnfinished(unfinished),
    ...(unfinished === undefined
      ? []
      : ["This run finishes it, or `multipass-netbox rollback` takes it back."]),
    ...listAdvisories(stack).map(
      ({ version, message, fixedIn }) => `NetBox ${version}: ${message} (fixed in ${fixedIn}).`,
    ),
  ];
}

/** The same as data. Pure. */
export function buildDeployDetails(
  { unfinished }: PlannedDeploy,
  stack: Pick<RenderedStack, "containers">,
): object {
  return { unfinished: runAsData(unfinished), advisories: listAdvisories(stack) };
}

// What is as planned need not be well.
function describeHealth({ observation, bystanders }: PlannedDeploy): readonly string[] {
  const foreign = new Set(bystanders.map(({ container }) => container.name));
  return observation.containers
    .filter(({ name }) => containerNames.some((own) => own === name) && !foreign.has(name))
    .filter(({ status, health }) => status === "running" && health !== "healthy")
    .map(({ name, health }) => `${name} is ${health}: multipass-netbox logs ${name}`);
}

interface NamedAdvisory {
  readonly version: string;
  readonly message: string;
  readonly fixedIn: string;
}

function listAdvisories({
  containers,
}: Pick<RenderedStack, "containers">): readonly NamedAdvisory[] {
  const image = containers.find(({ name }) => name === "netbox")?.image ?? "";
  const version = netBoxVersionOf(image);
  return version === undefined
    ? []
    : adviseVersion(version).map((advisory) => ({ version, ...advisory }));
}
