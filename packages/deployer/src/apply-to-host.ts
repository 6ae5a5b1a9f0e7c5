import { applyPlan, type ApplyResult, type Plan } from "@multipass-netbox/core";
import type { Deployment } from "./deployment.ts";
import { createHostExecutor } from "./execute-host.ts";
import type { ExecutionOptions } from "./execution-options.ts";
import type { HostOperation } from "./host-operation.ts";

/** Applies a plan to a host until the deployment's signal. The executor writes the journal there. */
export async function applyToHost(
  deployment: Deployment,
  plan: Plan<HostOperation>,
  options: ExecutionOptions,
): Promise<ApplyResult> {
  return await applyPlan(plan, {
    execute: createHostExecutor(deployment, options),
    journal: { append: () => undefined },
    signal: deployment.signal,
  });
}
