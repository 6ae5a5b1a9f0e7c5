import { setTimeout as sleep } from "node:timers/promises";
import { MultipassError } from "@multipass-netbox/core";
import type { ServiceGroup } from "./service-group.ts";
import type { StateRecorder } from "./state-recorder.ts";

/** Shorter than any start: a lab that takes the folder over has no socket in it yet. */
const intervalMs = 1000;

/**
 * Abandons the services when the lab's state is gone or another supervisor's: nobody could
 * find them any more to end them. Watches until `ending` aborts; never rejects.
 */
export async function watchState(
  recorder: StateRecorder,
  services: ServiceGroup,
  ending: AbortSignal,
): Promise<void> {
  while (!ending.aborted) {
    await sleep(intervalMs, undefined, { signal: ending }).catch(() => {});
    const isLost = !(await recorder.isOurs().catch(() => false));
    if (isLost && !ending.aborted) services.abandon(lost());
  }
}

function lost(): MultipassError {
  return new MultipassError("NOT_READY", "The lab's folder was deleted while it ran", {
    hint: "To delete a lab with its data, let downLab do it.",
  });
}
