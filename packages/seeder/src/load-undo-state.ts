import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { describeByKey } from "./describe-by-key.ts";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import type { NetBoxObject } from "./field-codec.ts";
import type { Inventory } from "./inventory.ts";
import { listOf } from "./field-codecs.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import { loadInventory } from "./load-inventory.ts";
import type { SeedOperation } from "./seed-operation.ts";
import type { PastOperation, UndoRecord } from "./undo-record.ts";

/** Who changed an object after the run. */
export interface LaterChange {
  readonly user: string;
  /** ISO 8601, as NetBox says it. */
  readonly time: string;
}

/** What NetBox holds now of what a run wrote. */
export interface UndoState {
  readonly inventory: Inventory;
  /** By kind and id: `site 5`. Kinds without a change log are never there. */
  readonly laterChanges: ReadonlyMap<string, LaterChange>;
}

/** Reads what a run wrote as it is now, and who changed it since. Safe to repeat. */
export async function loadUndoState(client: NetBoxClient, record: UndoRecord): Promise<UndoState> {
  const wanted = record.operations.flatMap((past) => [
    ...describePast(past),
    ...listPointedTo(past),
  ]);
  const inventory = await loadInventory(client, wanted);
  const laterChanges = new Map<string, LaterChange>();
  for (const [kind, past] of Map.groupBy(record.operations, ({ operation }) => operation.kind)) {
    const ids = past.flatMap(({ objectId }) => objectId ?? []);
    for (const part of splitIds(ids)) {
      await loadObjects(client, inventory, { kind, ids: part });
      await loadChanges(client, { kind, ids: part, record, laterChanges });
    }
  }
  return { inventory, laterChanges };
}

// By its natural key is found what was deleted, and what was made without an answer.
function describePast({ operation, objectId }: PastOperation): readonly DesiredObject[] {
  const fields = fieldsOf(operation);
  if (fields === undefined || (objectId !== undefined && operation.action === "create")) {
    return [];
  }
  const kind = kindOf(operation.kind);
  return [buildDesiredObject(kind, kind.toEntry(fields))];
}

// What is put back may point to objects that the run did not touch.
function listPointedTo({ operation }: PastOperation): readonly DesiredObject[] {
  const fields = operation.action === "create" ? {} : operation.before;
  return Object.entries(fields).flatMap(([name, value]) => {
    const kind = kindOf(operation.kind).fields[name]?.references;
    const keys = typeof value === "string" ? [value] : listOf(value);
    return kind === undefined ? [] : keys.map((key) => describeByKey(kind, key));
  });
}

function fieldsOf(operation: SeedOperation): DesiredObject["fields"] | undefined {
  if (operation.action === "update") {
    return undefined;
  }
  return operation.action === "create" ? operation.after : operation.before;
}

// 200 ids fit into a request line.
function splitIds(ids: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(ids.length / 200) }, (_, index) =>
    ids.slice(index * 200, (index + 1) * 200),
  );
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
  for (const object of await kind.endpoint(client).list({ id: ids })) {
    inventory.add(kind, object);
  }
}

interface ChangeSearch extends Group {
  readonly record: UndoRecord;
  readonly laterChanges: Map<string, LaterChange>;
}

async function loadChanges(
  client: NetBoxClient,
  { kind, ids, record, laterChanges }: ChangeSearch,
): Promise<void> {
  const changes = await client.objectChanges.list({
    changed_object_type: kindOf(kind).objectType,
    changed_object_id: ids,
  });
  for (const [id, history] of Map.groupBy(changes, changedId)) {
    const isOurs = ({ request_id: request }: NetBoxObject): boolean =>
      record.requestIds.has(String(request));
    const last = history.findLastIndex(isOurs);
    const later = last === -1 ? undefined : history.slice(last + 1).at(-1);
    if (later) {
      laterChanges.set(`${kind} ${id}`, { user: later.user_name, time: later.time });
    }
  }
}

function changedId(change: NetBoxObject): number {
  return Number(change["changed_object_id"]);
}
