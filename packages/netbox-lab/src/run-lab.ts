import { once } from "node:events";
import { rm } from "node:fs/promises";
import { type LabPaths, labPathsAt } from "./lab-paths.ts";
import { keepSecrets } from "./lab-secrets.ts";
import type { LabStep } from "./lab-step.ts";
import { prepareLabFolder } from "./prepare-lab-folder.ts";
import { prepareNetBoxFolder } from "./prepare-netbox-folder.ts";
import { runFolder } from "./run-folder.ts";
import { ServiceGroup } from "./service-group.ts";
import { describeStartFailure } from "./describe-start-failure.ts";
import { startServices } from "./start-services.ts";
import { createStateRecorder, type StateRecorder } from "./state-recorder.ts";
import type { SuperviseRequest, SupervisorEvent } from "./supervisor-protocol.ts";
import { watchState } from "./watch-state.ts";

/** Ends a start that hangs. On a slow machine a first start takes a minute. */
const startTimeoutMs = 300_000;

const stopped = { phase: "stopped" } as const;

/** How the supervisor and its lab are tied together. */
export interface LabRun {
  readonly report: (event: SupervisorEvent) => void;
  /** Aborts when the lab is to end. */
  readonly stop: AbortSignal;
}

/**
 * Starts a lab, reports that it is ready, and ends it when `stop` aborts or one of its
 * services ends, or a kept lab's state is deleted. Rejects when it could not start or ended by
 * itself; by then nothing runs.
 */
export async function runLab(request: SuperviseRequest, { report, stop }: LabRun): Promise<void> {
  const isKept = request.keptFolder !== undefined;
  const paths = labPathsAt(request.keptFolder ?? runFolder(request.cacheFolder));
  const services = new ServiceGroup(isKept);
  const recorder = createStateRecorder(paths, request, services);
  const ending = AbortSignal.any([stop, services.failure]);
  let port = 0;
  let watching: Promise<void> | undefined;
  try {
    await prepareLabFolder(paths);
    await recorder.record({ phase: "starting", port });
    if (isKept) watching = watchState(recorder, services, ending);
    port = await start(request, { paths, services, recorder, report, ending });
    await aborted(ending);
    await watching;
    services.failure.throwIfAborted();
    await services.stop();
    await recorder.record({ ...stopped, port });
  } catch (error) {
    services.fail(error);
    await watching;
    const failure = await describeStartFailure(services.failure.reason, paths);
    await services.stop();
    const end = stop.aborted ? stopped : { phase: "failed" as const, failure: failure.message };
    await recorder.record({ ...end, port });
    throw failure;
  } finally {
    if (!isKept) await rm(paths.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

interface Start extends Omit<LabRun, "stop"> {
  readonly paths: LabPaths;
  readonly services: ServiceGroup;
  readonly recorder: StateRecorder;
  readonly ending: AbortSignal;
}

async function start(
  request: SuperviseRequest,
  { paths, services, recorder, report, ending }: Start,
): Promise<number> {
  const secrets = await keepSecrets(paths);
  await prepareNetBoxFolder(paths, { port: request.port, secrets });
  const context = {
    installation: request.installation,
    paths,
    secrets,
    services,
    isKept: request.keptFolder !== undefined,
    onProgress: (step: LabStep) => report({ type: "step", step }),
    signal: AbortSignal.any([ending, AbortSignal.timeout(startTimeoutMs)]),
  };
  const port = await startServices(context, request);
  await recorder.record({ phase: "ready", port });
  report({ type: "ready", folder: paths.folder, port });
  return port;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}
