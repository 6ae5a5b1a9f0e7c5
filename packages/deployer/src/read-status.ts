import { type Runner, isMultipassError } from "@multipass-netbox/core";
import type { Deployment } from "./deployment.ts";
import type { HostObservation, ObservedContainer } from "./host-observation.ts";
import { isOurs } from "./is-ours.ts";
import { findUnfinishedRun, listRuns, type PastRun } from "./past-run.ts";
import { observeDeployment } from "./plan-deploy.ts";

/** How a deployment stands. */
export interface DeploymentStatus {
  /** Our four containers, or fewer. */
  readonly containers: readonly ObservedContainer[];
  /** Whether all of them are there and healthy. */
  readonly isHealthy: boolean;
  /** How many containers on the host are not ours. */
  readonly bystanders: number;
  readonly lastRun: PastRun | undefined;
  readonly unfinished: PastRun | undefined;
  readonly memoryUsedBytes: number;
}

/** Looks at a deployment, in one round trip. Nothing is changed. */
export async function readStatus(deployment: Deployment): Promise<DeploymentStatus> {
  const observation = await observeDeployment(deployment);
  return buildStatus(deployment, observation);
}

function buildStatus({ stack }: Deployment, observation: HostObservation): DeploymentStatus {
  const containers = observation.containers.filter((one) => isOurs(one));
  return {
    containers,
    isHealthy:
      containers.length === stack.containers.length &&
      containers.every(({ status, health }) => status === "running" && health === "healthy"),
    bystanders: observation.containers.length - containers.length,
    lastRun: listRuns(observation).at(-1),
    unfinished: findUnfinishedRun(observation),
    memoryUsedBytes: observation.memoryTotalBytes - observation.memoryAvailableBytes,
  };
}

/** How logs are read. */
export interface LogOptions {
  /** One of our containers. */
  readonly container: string;
  readonly lines: number;
  /** Goes on until the signal. */
  readonly follow: boolean;
  readonly onLine: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Gives the log of one of our containers, a line at a time. Ends quietly when it is aborted. */
export async function readLogs(
  runner: Runner,
  { container, lines, follow, onLine, signal }: LogOptions,
): Promise<void> {
  const flags = ["--tail", String(lines), ...(follow ? ["--follow"] : [])];
  try {
    await runner.run({
      argv: ["docker", "logs", ...flags, container],
      timeoutMs: Infinity,
      onLine,
      signal,
    });
  } catch (error) {
    if (!(isMultipassError(error) && error.code === "INTERRUPTED")) {
      throw error;
    }
  }
}
