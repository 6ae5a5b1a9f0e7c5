import { type DeploymentStatus, readStatus } from "@multipass-netbox/deployer";
import Table from "cli-table3";
import { describeBystanders } from "./describe-bystanders.ts";
import { describeCosts, readCosts } from "./describe-costs.ts";
import { describeRun, describeUnfinished, runAsData } from "./describe-run.ts";
import { exitCodes } from "./exit-codes.ts";
import type { GlobalOptions } from "./global-options.ts";
import { loadConfig } from "./load-config.ts";
import { nameHost } from "./name-host.ts";
import { openDeployment } from "./open-deployment.ts";
import type { Terminal } from "./open-terminal.ts";
import { runHostStep } from "./run-host-step.ts";

/** `status`: how NetBox stands on its host. The exit code is 2 when not all of it is healthy. */
export async function runStatus(options: GlobalOptions, terminal: Terminal): Promise<void> {
  await using session = await openDeployment(await loadConfig(options.config), "status");
  const { deployment } = session;
  const { runner } = deployment;
  const { target } = runner;
  const status = await runHostStep(
    `Look at ${nameHost(runner)}`,
    { deployment, terminal },
    readStatus,
  );
  terminal.print(
    terminal.json
      ? JSON.stringify({ target, ...statusAsData(status), costs: readCosts(runner.costs) })
      : [...describeStatus(status, target), `${describeCosts(runner.costs)}.`].join("\n"),
  );
  terminal.exitCode = status.isHealthy ? exitCodes.done : exitCodes.difference;
}

function statusAsData(status: DeploymentStatus): object {
  const { containers, lastRun, unfinished } = status;
  return {
    ...status,
    containers: containers.map(({ labels: _labels, ...container }) => container),
    lastRun: runAsData(lastRun),
    unfinished: runAsData(unfinished),
  };
}

/** A status as a person reads it, a line each. Pure. */
export function describeStatus(status: DeploymentStatus, target: string): readonly string[] {
  const { containers, isHealthy, lastRun, unfinished } = status;
  const memory = (status.memoryUsedBytes / 1e9).toFixed(1);
  return [
    `NetBox on ${target}: ${isHealthy ? "healthy" : nameTrouble(status)}`,
    ...(containers.length === 0 ? [] : [renderContainers(status)]),
    `${describeBystanders(status.bystanders)}; the host uses ${memory} GB of memory.`,
    ...(lastRun?.result === undefined
      ? []
      : [`Last run: ${describeRun(lastRun)}: ${lastRun.result}.`]),
    ...describeUnfinished(unfinished),
    ...(unfinished === undefined
      ? []
      : ["`multipass-netbox deploy` finishes it, `multipass-netbox rollback` takes it back."]),
  ];
}

function nameTrouble({ containers }: DeploymentStatus): string {
  return containers.length === 0 ? "not deployed" : "not healthy";
}

function renderContainers({ containers }: DeploymentStatus): string {
  const table = new Table({
    head: ["container", "status", "health", "restarts", "ports", "image"],
    style: { compact: true, head: [], border: [] },
  });
  for (const { name, status, health, restartCount, ports, image } of containers) {
    table.push([name, status, health, restartCount, ports.join(", "), image]);
  }
  return table.toString();
}
