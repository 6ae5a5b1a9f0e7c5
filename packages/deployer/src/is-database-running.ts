import type { HostObservation } from "./host-observation.ts";
import { isOurs } from "./is-ours.ts";

/** Whether there is a database of ours that could be saved. Pure. */
export function isDatabaseRunning({ containers }: Pick<HostObservation, "containers">): boolean {
  return containers.some(
    (one) => one.name === "netbox-postgres" && isOurs(one) && one.status === "running",
  );
}
