import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import type { DesiredObject } from "./desired-object.ts";
import type { NetBoxObject } from "./field-codec.ts";
import { Inventory } from "./inventory.ts";
import { kinds } from "./kinds.ts";
import type { SeedEntry, SeedKind } from "./seed-kind.ts";

// Keeps a query string well under the 4,094 bytes that gunicorn reads of a request line.
const keysPerRequest = 50;

/**
 * Reads from NetBox what the desired objects may already be: one filtered request per kind and
 * 50 keys, whatever else it holds. Safe to repeat.
 */
export async function loadInventory(
  client: NetBoxClient,
  desired: readonly DesiredObject[],
): Promise<Inventory> {
  const inventory = new Inventory();
  const load = async (kind: SeedKind): Promise<readonly NetBoxObject[]> => {
    const entries = desired.filter((object) => object.kind === kind.name).map(({ entry }) => entry);
    const objects = await listWanted(client, kind, { entries, deviceIds });
    for (const object of objects) {
      inventory.add(kind, object);
    }
    return objects;
  };
  let deviceIds: readonly number[] = [];
  // Interfaces and services are asked for by the ids of their devices: NetBox answers 400 to
  // the name of a device that does not exist.
  deviceIds = (await load(kindNamed("device"))).map(({ id }) => Number(id));
  await Promise.all(kinds.filter(({ name }) => name !== "device").map(load));
  return inventory;
}

function kindNamed(name: string): SeedKind {
  return kinds.find((kind) => kind.name === name) as SeedKind;
}

interface WantedEntries {
  readonly entries: readonly SeedEntry[];
  readonly deviceIds: readonly number[];
}

async function listWanted(
  client: NetBoxClient,
  kind: SeedKind,
  { entries, deviceIds }: WantedEntries,
): Promise<readonly NetBoxObject[]> {
  const queries = chunk(entries)
    .map((part) => kind.filters({ entries: part, deviceIds }))
    .filter((filters) => filters !== undefined);
  const pages = await Promise.all(queries.map((filters) => kind.endpoint(client).list(filters)));
  // One object can answer to two chunks: two services of one name on two devices.
  return [...new Map(pages.flat().map((object) => [object["id"], object])).values()];
}

function chunk(entries: readonly SeedEntry[]): readonly (readonly SeedEntry[])[] {
  const count = Math.ceil(entries.length / keysPerRequest);
  return Array.from({ length: count }, (_, index) =>
    entries.slice(index * keysPerRequest, (index + 1) * keysPerRequest),
  );
}
