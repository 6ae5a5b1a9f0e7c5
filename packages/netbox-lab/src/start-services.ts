import type { LabContext } from "./lab-context.ts";
import { runStep } from "./lab-step.ts";
import { readApiStatus } from "./read-api-status.ts";
import { restoreDatabase } from "./restore-database.ts";
import type { ServiceGroup } from "./service-group.ts";
import { startCache } from "./start-cache.ts";
import { startDatabase } from "./start-database.ts";
import { startWeb } from "./start-web.ts";
import { startWorker } from "./start-worker.ts";
import type { SuperviseRequest } from "./supervisor-protocol.ts";
import { waitUntil } from "./wait-until.ts";

const intervalMs = 100;

/** Starts the parts of a lab, at once as far as possible, and gives the port it answers on. */
export async function startServices(
  context: LabContext,
  { version, worker }: SuperviseRequest,
): Promise<number> {
  const { onProgress, secrets, services } = context;
  await startCache(context);
  const database = runStep("database", onProgress, async () =>
    startDatabase(context, async (socketFolder) =>
      restoreDatabase({ version, socketFolder, secrets }),
    ),
  );
  const web = runStep("web", onProgress, async () => {
    const [port] = await Promise.all([startWeb(context), database]);
    await waitUntil(async () => readApiStatus(port, secrets), { ...context, intervalMs });
    return port;
  });
  const jobs = worker ? database.then(async () => startWorker(context)) : database;
  const [port] = await endTogether([web, jobs], services);
  if (worker) await runStep("worker", onProgress, async () => waitForWorker(context, port));
  return port;
}

/** All of the parts; when one fails, the others are ended before its error is thrown. */
async function endTogether<T extends readonly Promise<unknown>[]>(
  parts: readonly [...T],
  services: ServiceGroup,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    services.fail(error);
    await services.stop();
    await Promise.allSettled(parts);
    throw error;
  }
}

async function waitForWorker(context: LabContext, port: number): Promise<void> {
  const ask = async (): Promise<true | undefined> => {
    const status = await readApiStatus(port, context.secrets);
    return (status?.["rq-workers-running"] ?? 0) > 0 ? true : undefined;
  };
  await waitUntil(ask, { ...context, intervalMs });
}
