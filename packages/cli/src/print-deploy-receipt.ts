import type { RenderedStack } from "@multipass-netbox/compose-renderer";
import { operationsOf, type Plan, type Runner } from "@multipass-netbox/core";
import type { DeployReceipt, HostLayout, HostOperation } from "@multipass-netbox/deployer";
import type { HostConfig } from "@multipass-netbox/remote";
import { countOf } from "./count-of.ts";
import { describeBystanders } from "./describe-bystanders.ts";
import { describeCosts, readCosts } from "./describe-costs.ts";
import { nameHost } from "./name-host.ts";
import type { Terminal } from "./open-terminal.ts";
import { buildReadFileCommand } from "./read-file-command.ts";

/** A deployment that went well. */
export interface DoneDeploy {
  /** Of the session what is told. */
  readonly session: {
    readonly runner: Pick<Runner, "target" | "costs">;
    readonly stack: Pick<RenderedStack, "superuser">;
    readonly layout: Pick<HostLayout, "superuserPassword" | "apiToken">;
    readonly host: HostConfig;
  };
  readonly plan: Plan<HostOperation>;
  readonly receipt: DeployReceipt;
}

/** Prints what was done, where NetBox is, and where its credentials are; no credential itself. */
export function printDeployReceipt(done: DoneDeploy, terminal: Terminal): void {
  terminal.print(
    terminal.json ? JSON.stringify(asData(done)) : describeDeployReceipt(done).join("\n"),
  );
}

/** What a deployment has done, a line each. */
function describeDeployReceipt({ session, plan, receipt }: DoneDeploy): readonly string[] {
  const { runner, stack } = session;
  const { doors, run, bystanders } = receipt;
  const { url, netBoxVersion, staticFile } = doors;
  const access = listAccess(session);
  return [
    `Done: ${countOf(operationsOf(plan).length, "change")} on ${nameHost(runner)}.`,
    `  NetBox ${netBoxVersion}: ${url}/ on the host; its login page, ${staticFile} and its API answer`,
    `  ${describeBystanders(bystanders)}: unchanged`,
    "",
    `To log in as ${stack.superuser.name}, the password: ${access.password}`,
    `The API token: ${access.apiToken}`,
    "",
    `Receipt: ${run}`,
    `${describeCosts(runner.costs)}.`,
  ];
}

function asData({ session, plan, receipt }: DoneDeploy): object {
  const { runner, stack } = session;
  const access = { superuser: stack.superuser.name, ...listAccess(session) };
  return { plan, ...receipt, access, costs: readCosts(runner.costs) };
}

// Commands that read them, so that they are in no output of ours.
function listAccess({ layout, host }: DoneDeploy["session"]): {
  readonly password: string;
  readonly apiToken: string;
} {
  const { superuserPassword, apiToken } = layout;
  return {
    password: buildReadFileCommand(host, superuserPassword),
    apiToken: buildReadFileCommand(host, apiToken),
  };
}
