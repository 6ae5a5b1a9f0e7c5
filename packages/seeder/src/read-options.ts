import type { ListOptions, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { SeedKind } from "./seed-kind.ts";

// What is read of every object besides the fields of its kind.
const always = ["id", "last_updated", "custom_fields"];

/**
 * How the objects of a kind are asked for: NetBox renders what is not wanted as slowly as the rest.
 * More names are those of NetBox's fields that are wanted as well.
 */
export function readOptions(
  kind: SeedKind,
  client: NetBoxClient,
  more: readonly string[] = [],
): ListOptions {
  const { fields: known = [] } = kind.endpoint(client);
  const names = Object.values(kind.fields).flatMap((codec) => codec.names);
  const wanted = new Set([...always, ...names, ...more]);
  return { fields: known.filter((name) => wanted.has(name)) };
}
