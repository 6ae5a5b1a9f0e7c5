import type { AnyObject, ListOptions, NetBoxClient } from "@multipass-netbox/netbox-client";
import type { Dependents } from "./dependents.ts";
import { kinds, kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import { loadMadeAlong } from "./load-made-along.ts";
import { nameLoss, type Orphan } from "./orphan.ts";
import type { PlannedIds } from "./planned-ids.ts";
import type { SeedOperation } from "./seed-operation.ts";
import { splitIds } from "./split-ids.ts";

/** One list to be asked for everything that hangs on the objects of one kind. */
export interface DependentsSearch {
  /** The deletions, all of one kind. */
  readonly group: readonly SeedOperation[];
  /** Their ids. */
  readonly ids: readonly number[];
  readonly dependents: Dependents;
  readonly planned: PlannedIds;
  /** Requests whose objects may go as well. */
  readonly requestIds: ReadonlySet<string>;
}

/** What would be deleted or unlinked with these objects and that the plan does not name. */
export async function loadDependents(
  client: NetBoxClient,
  search: DependentsSearch,
): Promise<readonly Orphan[]> {
  const { group, ids, dependents, requestIds } = search;
  const { path, filter, where, since, effect } = dependents;
  if (since !== undefined && compareVersions(await client.apiVersion(), since) < 0) {
    return [];
  }
  const options: ListOptions = { fields: ["display"] };
  const left: AnyObject[] = [];
  for (const part of splitIds(ids)) {
    const filters = { ...where, [filter]: part };
    for await (const object of client.endpoint(path).iterate(filters, options)) {
      if (!isSettled(client, object.id, search)) {
        left.push(object);
      }
    }
  }
  const along = await loadMadeAlong(client, { path, ids: left.map(({ id }) => id) }, requestIds);
  return left
    .filter(({ id }) => !along.has(id))
    .map((object) => ({ cause: nameCause(group), loss: nameLoss(path, object), effect }));
}

// The plan may delete it itself, or have it point to something else before.
function isSettled(
  client: NetBoxClient,
  id: number,
  { group: [first], dependents, planned }: DependentsSearch,
): boolean {
  const kind = kinds.find((candidate) => candidate.endpoint(client).path === dependents.path);
  return kind !== undefined && planned.isSettled(kind.name, id, pointsTo(kind.name, first?.kind));
}

function pointsTo(name: KindName, target: KindName | undefined): (field: string) => boolean {
  const { fields } = kindOf(name);
  return (field) => fields[field]?.references === target;
}

// NetBox is asked for all at once and does not say which of them it is.
function nameCause([first, ...others]: readonly SeedOperation[]): string {
  return others.length === 0 ? `${first?.kind} ${first?.key}` : `a ${first?.kind} of the plan`;
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
