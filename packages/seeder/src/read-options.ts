import type { ListOptions, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { SeedKind } from "./seed-kind.ts";

// What is read of every object besides the fields of its kind.
const always = ["id", "last_updated", "custom_fields"];

/** How the objects of a kind are asked for: NetBox renders what is not wanted as slowly as the rest. */
export function readOptions(kind: SeedKind, client: NetBoxClient): ListOptions {
  const { fields: known = [] } = kind.endpoint(client);
  const names = Object.values(kind.fields).flatMap((codec) => codec.names);
  const wanted = new Set([...always, ...names]);
  return { fields: known.filter((name) => wanted.has(name)) };
}
