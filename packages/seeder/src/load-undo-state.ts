import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { findLaterChange, type LaterChange, type LoggedChange } from "./find-later-change.ts";
import { findPast } from "./find-past.ts";
import type { Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import { listUndoObjects } from "./list-undo-objects.ts";
import { loadInventory } from "./load-inventory.ts";
import { linkedIds, readOtherFields } from "./other-fields.ts";
import { splitIds } from "./split-ids.ts";
import type { PastOperation, UndoRecord } from "./undo-record.ts";

/** What NetBox holds now of what a run wrote. */
export interface UndoState {
  readonly inventory: Inventory;
  /** By kind and id: `site 5`. Kinds without a change log are never there. */
  readonly laterChanges: ReadonlyMap<string, LaterChange>;
  /** What deleted objects pointed to by id and is there no more: `dcim/racks/5/`. */
  readonly goneLinks: ReadonlySet<string>;
}

/** Reads what a run wrote as it is now, and who changed it since. Safe to repeat. */
export async function loadUndoState(client: NetBoxClient, record: UndoRecord): Promise<UndoState> {
  const inventory = await loadInventory(client, record.operations.flatMap(listUndoObjects));
  const laterChanges = new Map<string, LaterChange>();
  const search = { record, inventory, laterChanges };
  for (const [kind, past] of Map.groupBy(record.operations, ({ operation }) => operation.kind)) {
    const known = past.flatMap(({ objectId }) => objectId ?? []);
    const found = past.flatMap((one) => findPast(one, inventory).map(({ id }) => id));
    for (const ids of splitIds([...new Set([...known, ...found])])) {
      await loadObjects(client, inventory, { kind, ids });
      await loadChanges(client, { kind, ids, past }, search);
    }
  }
  return { inventory, laterChanges, goneLinks: await loadGoneLinks(client, record) };
}

interface Group {
  readonly kind: KindName;
  readonly ids: readonly number[];
}

async function loadObjects(
  client: NetBoxClient,
  inventory: Inventory,
  { kind: name, ids }: Group,
): Promise<void> {
  const kind = kindOf(name);
  const endpoint = kind.endpoint(client);
  for (const object of await endpoint.list({ id: ids })) {
    inventory.add(kind, object, readOtherFields(kind, object, endpoint.writable));
  }
}

interface ChangeSearch {
  readonly record: UndoRecord;
  readonly inventory: Inventory;
  readonly laterChanges: Map<string, LaterChange>;
}

async function loadChanges(
  client: NetBoxClient,
  { kind, ids, past }: Group & { readonly past: readonly PastOperation[] },
  { record, inventory, laterChanges }: ChangeSearch,
): Promise<void> {
  const unanswered = past.filter(({ isAnswered }) => !isAnswered);
  const unsure = new Set(unanswered.flatMap((one) => findPast(one, inventory).map(({ id }) => id)));
  const changes = await client.objectChanges.list({
    changed_object_type: kindOf(kind).objectType,
    changed_object_id: ids,
  });
  for (const [id, history] of Map.groupBy(changes, (change) => change.changed_object_id)) {
    const { requestIds } = record;
    const own = { requestIds, isAnswered: !unsure.has(id) };
    const later = findLaterChange(history satisfies readonly LoggedChange[], own);
    if (later) {
      laterChanges.set(`${kind} ${id}`, later);
    }
  }
}

async function loadGoneLinks(
  client: NetBoxClient,
  { operations }: UndoRecord,
): Promise<ReadonlySet<string>> {
  const links = operations.flatMap(({ operation }) =>
    operation.action === "delete" && operation.rest ? linkedIds(operation.rest) : [],
  );
  const gone = new Set<string>();
  for (const [path, group] of Map.groupBy(links, (link) => link.path)) {
    for (const ids of splitIds([...new Set(group.map(({ id }) => id))])) {
      const objects = await client.endpoint(path).list({ id: ids }, { fields: ["id"] });
      const there = new Set(objects.map(({ id }) => id));
      for (const id of ids.filter((one) => !there.has(one))) {
        gone.add(`${path}${id}/`);
      }
    }
  }
  return gone;
}
