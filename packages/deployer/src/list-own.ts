import type { HostObservation, ObservedContainer } from "./host-observation.ts";
import { isOurs } from "./is-ours.ts";

/** The containers of a host that are ours. Pure. */
export function listOwn({ containers }: HostObservation): readonly ObservedContainer[] {
  return containers.filter((one) => isOurs(one));
}
