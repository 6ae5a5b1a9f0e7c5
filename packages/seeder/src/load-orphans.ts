import { MultipassError, operationsOf, type Plan } from "@multipass-netbox/core";
import type { AnyObject, ListOptions, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Dependents } from "./dependents.ts";
import type { Inventory } from "./inventory.ts";
import { kindOf, kinds } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import type { DeleteObject, SeedOperation } from "./seed-operation.ts";

/** Something that would go along with a deletion and was not to be deleted. */
export interface Orphan {
  /** What is to be deleted. */
  readonly cause: string;
  /** What would be lost with it. */
  readonly loss: string;
}

/**
 * Looks for what NetBox would delete along with the objects of a plan although the plan does not
 * say so: services of a device, addresses of an interface, values of a custom field, a tag on
 * other objects. Safe to repeat.
 */
export async function loadOrphans(
  client: NetBoxClient,
  plan: Plan<SeedOperation>,
  inventory: Inventory,
): Promise<readonly Orphan[]> {
  const deletions = operationsOf(plan).filter((operation) => operation.action === "delete");
  const doomed = collectIds(deletions, inventory);
  const retagged = operationsOf(plan).filter(
    (operation) =>
      operation.action !== "create" && (operation.action === "delete" || "tags" in operation.after),
  );
  const untagged = collectIds(retagged, inventory);
  const byKind = Map.groupBy(deletions, ({ kind }) => kind);
  const found = await Promise.all(
    [...byKind].flatMap(([kind, group]) => [
      ...(kindOf(kind).dependents ?? []).map((dependents) =>
        loadDependents(client, { kind, cause: nameCause(group), dependents, doomed }),
      ),
      ...(kind === "custom-field" ? group.map((field) => loadValues(client, field, doomed)) : []),
      ...(kind === "tag" ? group.map((tag) => loadTagged(client, tag, untagged)) : []),
    ]),
  );
  return found.flat();
}

/** One `SEED_CONFLICT` for all of them. */
export function buildOrphanError(orphans: readonly Orphan[]): MultipassError {
  const lines = orphans.map(({ cause, loss }) => `  ${cause} would take ${loss} with it`);
  return new MultipassError(
    "SEED_CONFLICT",
    `NetBox would delete more than the plan says\n${lines.join("\n")}`,
    {
      hint: "Nothing was deleted. Move or delete these first, or describe what they stand on in the seed files.",
    },
  );
}

/** Ids to be deleted, by kind. */
type Doomed = ReadonlyMap<KindName, ReadonlySet<number>>;

function collectIds(operations: readonly SeedOperation[], inventory: Inventory): Doomed {
  const byKind = Map.groupBy(operations, ({ kind }) => kind);
  return new Map(
    [...byKind].map(([kind, group]) => [
      kind,
      new Set(group.map(({ key }) => inventory.idOf(kindOf(kind), key))),
    ]),
  );
}

interface DependentsOf {
  readonly kind: KindName;
  readonly cause: string;
  readonly dependents: Dependents;
  readonly doomed: Doomed;
}

// NetBox is asked for all at once and does not say which of them it is.
function nameCause([first, ...others]: readonly DeleteObject[]): string {
  return others.length === 0 ? `${first?.kind} ${first?.key}` : `a ${first?.kind} of the plan`;
}

// 200 ids fit into a request line.
const idsPerRequest = 200;

async function loadDependents(
  client: NetBoxClient,
  { kind, cause, dependents: { path, filter, where, since }, doomed }: DependentsOf,
): Promise<readonly Orphan[]> {
  if (since !== undefined && compareVersions(await client.apiVersion(), since) < 0) {
    return [];
  }
  const ids = [...(doomed.get(kind) ?? [])];
  const going = doomedAt(client, path, doomed);
  const options: ListOptions = { fields: ["display"] };
  const orphans: Orphan[] = [];
  for (let start = 0; start < ids.length; start += idsPerRequest) {
    const filters = { ...where, [filter]: ids.slice(start, start + idsPerRequest) };
    for await (const object of client.endpoint(path).iterate(filters, options)) {
      if (!going.has(object.id)) {
        orphans.push({ cause, loss: nameLoss(path, object) });
      }
    }
  }
  return orphans;
}

function doomedAt(client: NetBoxClient, path: string, doomed: Doomed): ReadonlySet<number> {
  const kind = kinds.find((candidate) => candidate.endpoint(client).path === path);
  return (kind && doomed.get(kind.name)) ?? new Set();
}

/** Objects that hold a value of a custom field: it goes with the definition. */
async function loadValues(
  client: NetBoxClient,
  { key, before }: DeleteObject,
  doomed: Doomed,
): Promise<readonly Orphan[]> {
  const types = (before["object_types"] ?? []) as readonly string[];
  const orphans: Orphan[] = [];
  for (const kind of kinds.filter(({ objectType }) => types.includes(objectType))) {
    const { path } = kind.endpoint(client);
    const options: ListOptions = { fields: ["display", "custom_fields"] };
    for await (const object of client.endpoint(path).iterate({}, options)) {
      const values = (object["custom_fields"] ?? {}) as Readonly<Record<string, unknown>>;
      const isLeft = doomed.get(kind.name)?.has(object.id) !== true;
      if (isLeft && (values[key] ?? null) !== null) {
        orphans.push({
          cause: `custom-field ${key}`,
          loss: `its value on ${nameLoss(path, object)}`,
        });
      }
    }
  }
  return orphans;
}

/** Objects that carry a tag: it goes from all of them. */
async function loadTagged(
  client: NetBoxClient,
  { key }: DeleteObject,
  doomed: Doomed,
): Promise<readonly Orphan[]> {
  const tagged = client.endpoint("extras/tagged-objects/").iterate({ tag: key });
  const orphans: Orphan[] = [];
  for await (const { object_type: type, object_id: id, display } of tagged) {
    const kind = kinds.find(({ objectType }) => objectType === type);
    if (!kind || doomed.get(kind.name)?.has(Number(id)) !== true) {
      orphans.push({ cause: `tag ${key}`, loss: `the mark on ${String(type)} ${String(display)}` });
    }
  }
  return orphans;
}

function nameLoss(path: string, object: AnyObject): string {
  return `${path}${object.id}/ (${String(object["display"])})`;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
