import type { Filters, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { DesiredObject } from "./desired-object.ts";
import { Inventory } from "./inventory.ts";
import { kindOf, kinds } from "./kinds.ts";
import type { SeedEntry, SeedKind } from "./seed-kind.ts";

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
  const load = async (kind: SeedKind): Promise<void> => {
    const entries = desired.filter((object) => object.kind === kind.name).map(({ entry }) => entry);
    const queries = buildQueries(kind, entries, inventory);
    const pages = await Promise.all(queries.map((filters) => kind.endpoint(client).list(filters)));
    for (const object of pages.flat()) {
      inventory.add(kind, object);
    }
  };
  // Interfaces and services are asked for by the ids of their devices: NetBox answers 400 to
  // the name of a device that does not exist.
  await load(kindOf("device"));
  await Promise.all(kinds.filter(({ name }) => name !== "device").map(load));
  return inventory;
}

function buildQueries(
  kind: SeedKind,
  entries: readonly SeedEntry[],
  inventory: Inventory,
): readonly Filters[] {
  const filters =
    entries.length === 0
      ? undefined
      : kind.filters({ entries, deviceIds: findDeviceIds(entries, inventory) });
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

function findDeviceIds(entries: readonly SeedEntry[], inventory: Inventory): readonly number[] {
  const names = new Set(entries.map(({ device }) => String(device)));
  return [...names].flatMap((name) => inventory.find("device", name).map(({ id }) => id));
}

function sizeOf(filters: Filters): number {
  const values = Object.entries(filters).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, String(item)]),
  );
  return new URLSearchParams(values).toString().length;
}
