import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";
import { kinds } from "./kinds.ts";
import { readOptions } from "./read-options.ts";
import type { SeedKind } from "./seed-kind.ts";

/** All objects of a kind that NetBox holds. */
export interface FoundKind {
  readonly kind: KindName;
  readonly objects: readonly NetBoxObject[];
  /** Those that the kind does not describe, such as addresses in a VRF: their ids and names. */
  readonly outside: readonly NetBoxObject[];
}

/**
 * Everything of every kind that seed files describe, whoever made it: a list per kind, side by
 * side. Holds all of it in memory. Safe to repeat.
 */
export async function loadEverything(client: NetBoxClient): Promise<readonly FoundKind[]> {
  return await Promise.all(kinds.map((kind) => loadKind(kind, client)));
}

async function loadKind(kind: SeedKind, client: NetBoxClient): Promise<FoundKind> {
  const { name, within = {} } = kind;
  const all = kind.within ? await listNames(kind, client) : [];
  const objects = await kind.endpoint(client).list(within, readOptions(kind, client));
  const described = new Set(objects.map(({ id }) => id));
  return { kind: name, objects, outside: all.filter(({ id }) => !described.has(id)) };
}

async function listNames(kind: SeedKind, client: NetBoxClient): Promise<readonly NetBoxObject[]> {
  return await client.endpoint(kind.endpoint(client).path).list({}, { fields: ["display"] });
}
