import type { Filters, NetBoxClient } from "@multipass-netbox/netbox-client";
import { type DesiredObject, identityOf } from "./desired-object.ts";
import { Inventory } from "./inventory.ts";
import { kindOf, kinds } from "./kinds.ts";
import { readOptions } from "./read-options.ts";
import type { SeedEntry, SeedKind, Wanted } from "./seed-kind.ts";

// gunicorn reads 4,094 bytes of a request line; paging parameters and the path come on top.
const maxQueryBytes = 3500;

/**
 * Reads from NetBox what the desired objects may already be: one filtered request per kind, or
 * a few where the keys don't fit into one, whatever else it holds. Safe to repeat.
 */
export async function loadInventory(
  client: NetBoxClient,
  desired: readonly DesiredObject[],
): Promise<Inventory> {
  const inventory = new Inventory();
  const byKind = Map.groupBy(desired, ({ kind }) => kind);
  const load = async (kind: SeedKind): Promise<void> => {
    const entries = (byKind.get(kind.name) ?? []).map(({ entry }) => entry);
    const endpoint = kind.endpoint(client);
    const options = readOptions(kind, client);
    const queries = buildQueries(kind, entries, inventory);
    const pages = await Promise.all(queries.map((filters) => endpoint.list(filters, options)));
    for (const object of pages.flat()) {
      inventory.add(kind, object);
    }
  };
  for (const wave of readWaves(kinds)) {
    await Promise.all(wave.map(load));
  }
  return inventory;
}

/** Kinds in the order in which they can be read: each after the one whose ids it asks for. */
function readWaves(all: readonly SeedKind[]): readonly (readonly SeedKind[])[] {
  const depthOf = ({ readsAfter }: SeedKind): number =>
    readsAfter === undefined ? 0 : 1 + depthOf(kindOf(readsAfter));
  const waves = Map.groupBy(all, depthOf);
  return [...waves.keys()].toSorted((a, b) => a - b).map((depth) => waves.get(depth) ?? []);
}

function buildQueries(
  kind: SeedKind,
  entries: readonly SeedEntry[],
  inventory: Inventory,
): readonly Filters[] {
  const filters =
    entries.length === 0 ? undefined : kind.filters({ entries, idsOf: idsIn(inventory) });
  if (filters === undefined) {
    return [];
  }
  if (entries.length === 1 || sizeOf(filters) <= maxQueryBytes) {
    return [filters];
  }
  const half = Math.ceil(entries.length / 2);
  return [entries.slice(0, half), entries.slice(half)].flatMap((part) =>
    buildQueries(kind, part, inventory),
  );
}

function idsIn(inventory: Inventory): Wanted["idsOf"] {
  return (kind, keys) =>
    [...new Set(keys)].flatMap((key) =>
      inventory.find(kind, identityOf(kindOf(kind), key)).map(({ id }) => id),
    );
}

function sizeOf(filters: Filters): number {
  const values = Object.entries(filters).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, String(item)]),
  );
  return new URLSearchParams(values).toString().length;
}
