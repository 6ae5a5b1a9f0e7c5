import { netBoxVersionOf } from "@multipass-netbox/compose-renderer";
import type { HostObservation } from "./host-observation.ts";
import { isOurs } from "./is-ours.ts";
import type { Snapshot } from "./snapshot.ts";

/** Whether another version of NetBox runs now than in a snapshot: then the database was migrated. Pure. */
export function isOtherVersion(before: Snapshot, { containers }: HostObservation): boolean {
  const old = before.containers.find(({ name }) => name === "netbox");
  const now = containers.find((one) => one.name === "netbox" && isOurs(one));
  return (
    old !== undefined &&
    now !== undefined &&
    netBoxVersionOf(old.image) !== netBoxVersionOf(now.image)
  );
}
