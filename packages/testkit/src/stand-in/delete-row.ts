import { errorSentences } from "./error-sentences.ts";
import type { OnDelete, Place, Pointer, Target } from "./kind.ts";
import { NotModelled, Refusal } from "./refusal.ts";
import type { Row } from "./store.ts";
import { inLanguage } from "./text.ts";
import { removeRow, replaceRow } from "./write-row.ts";

/** A field of an object that points to another one. */
interface Holder extends Target {
  readonly field: string;
  readonly pointer: Pointer;
  readonly onDelete: OnDelete;
}

/**
 * Deletes one object as NetBox does: what goes with it goes first, what protects it is a 409,
 * and what else points to it lets go of it.
 */
export function deleteRow(row: Row, place: Place, message: string): void {
  const doomed: Target[] = [];
  collect({ row, kind: place.kind }, doomed, place);
  const holders = doomed.map((target) => findHolders(target, place, doomed));
  refuseProtected(holders.flat());
  for (const [index, target] of doomed.entries()) {
    const own = target.row.id === row.id && target.kind === place.kind;
    removeRow(target.row, { ...place, kind: target.kind }, own ? message : "");
    for (const holder of holders[index] ?? []) {
      letGo(holder, target, place);
    }
  }
}

/** The object and all that goes with it, dependents first. */
function collect(target: Target, doomed: Target[], place: Place): void {
  for (const holder of findHolders(target, place, doomed)) {
    if (holder.onDelete === "cascade") {
      collect(holder, doomed, place);
    }
  }
  doomed.push(target);
}

function findHolders(target: Target, place: Place, doomed: readonly Target[]): readonly Holder[] {
  const isDoomed = (kind: Target["kind"], row: Row): boolean =>
    doomed.some((other) => other.kind === kind && other.row.id === row.id);
  return place.kinds.flatMap((kind) =>
    Object.entries(kind.fields).flatMap(([field, { pointer }]) =>
      pointer
        ? place.store
            .rows(kind.path)
            .filter(({ values }) => pointer.pointsTo(values[field], target, values))
            .filter((row) => !isDoomed(kind, row))
            .map((row) => ({ row, kind, field, pointer, onDelete: pointer.onDelete(target) }))
        : [],
    ),
  );
}

function refuseProtected(holders: readonly Holder[]): void {
  const protecting = holders.filter(({ onDelete }) => onDelete === "protect");
  if (protecting.length > 0) {
    // NetBox holds them in a set, which comes out in the order of their ids.
    const named = [...new Map(protecting.map((holder) => [holder.row, holder])).values()]
      .toSorted((a, b) => a.row.id - b.row.id)
      .map(({ kind, row }) => `${inLanguage(kind.display(row), "en")} (${row.id})`);
    throw new Refusal(409, { detail: errorSentences.hasDependents(named) });
  }
  const unknown = holders.find(({ onDelete }) => onDelete === "unknown");
  if (unknown) {
    const { kind, row, field } = unknown;
    throw new NotModelled(`deleting what ${kind.path}${row.id}/ points to by its ${field}`);
  }
}

function letGo(
  { row, kind, field, pointer, onDelete }: Holder,
  target: Target,
  place: Place,
): void {
  const before = place.store.get(kind.path, row.id);
  if (!before) {
    return;
  }
  const values = { ...before.values, [field]: pointer.clear?.(before.values[field], target) };
  if (onDelete === "clear-unlogged") {
    place.store.amend(kind.path, before, values);
  } else {
    replaceRow({ before, values, message: "" }, { ...place, kind });
  }
}
