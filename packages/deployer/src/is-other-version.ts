import { netBoxVersionOf } from "@multipass-netbox/compose-renderer";

/** Containers by name, whoever says so: a snapshot, a stack, what of ours runs on a host. */
type Containers = readonly { readonly name: string; readonly image: string }[];

/** Whether both have a NetBox, and of different versions: then the database is migrated. Pure. */
export function isOtherVersion(before: Containers, now: Containers): boolean {
  const [old, next] = [before, now].map((all) => all.find(({ name }) => name === "netbox"));
  return (
    old !== undefined &&
    next !== undefined &&
    netBoxVersionOf(old.image) !== netBoxVersionOf(next.image)
  );
}
