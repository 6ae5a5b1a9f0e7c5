import { setTimeout as sleep } from "node:timers/promises";
import { MultipassError } from "@multipass-netbox/core";
import type { ServiceGroup } from "./service-group.ts";
import type { StateRecorder } from "./state-recorder.ts";

const intervalMs = 1000;

/**
 * Abandons the services when the lab's state is gone or another supervisor's: nobody could
 * find them any more by it. Watches until `ending` aborts, and looks a last time then, so that
 * who awaits it knows whether there is data left to put down; never rejects.
 */
export async function watchState(
  recorder: StateRecorder,
  services: ServiceGroup,
  ending: AbortSignal,
): Promise<void> {
  let isOurs = true;
  while (isOurs && !ending.aborted) {
    await sleep(intervalMs, undefined, { signal: ending }).catch(() => {});
    isOurs = await recorder.isOurs().catch(() => false);
  }
  if (!isOurs) services.abandon(lost());
}

function lost(): MultipassError {
  return new MultipassError("NOT_READY", "The lab's folder was deleted while it ran", {
    hint: "To delete a lab with its data, let downLab do it.",
  });
}
