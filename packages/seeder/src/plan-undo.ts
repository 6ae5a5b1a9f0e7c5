import { isDeepStrictEqual } from "node:util";
import {
  buildPlan,
  type Fields,
  MultipassError,
  type Placed,
  type Plan,
} from "@multipass-netbox/core";
import type { FoundObject } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import type { UndoState } from "./load-undo-state.ts";
import { planCreation } from "./plan-creation.ts";
import type { DeleteObject, SeedOperation, UpdateObject } from "./seed-operation.ts";
import type { PastOperation, UndoRecord } from "./undo-record.ts";

/** What would undo one operation, or why that can't be. */
type Reversal =
  | { readonly steps: readonly Placed<SeedOperation>[] }
  | { readonly conflict: string };

const nothing: Reversal = { steps: [] };

/**
 * What puts NetBox back to where it was before a run, in the opposite order. Pure. What is
 * already back is left alone. Throws one `SEED_CONFLICT` for everything that somebody changed since.
 */
export function planUndo(record: UndoRecord, state: UndoState): Plan<SeedOperation> {
  const last = Math.max(0, ...record.operations.map(({ level }) => level));
  const reversals = record.operations.map((past) => reverse(past, state, last - past.level));
  const conflicts = reversals.flatMap((one) => ("conflict" in one ? [one.conflict] : []));
  if (conflicts.length > 0) {
    throw new MultipassError(
      "SEED_CONFLICT",
      `changed since that run\n${conflicts.map((line) => `  ${line}`).join("\n")}`,
      { hint: "Nothing was undone. Undo later runs first, or put these right by hand." },
    );
  }
  return buildPlan(
    record.target,
    reversals.flatMap((one) => ("steps" in one ? one.steps : [])),
  );
}

function reverse(past: PastOperation, state: UndoState, level: number): Reversal {
  const { operation } = past;
  const found = findNow(past, state);
  if (operation.action === "delete") {
    return found ? nothing : { steps: recreate(operation, level) };
  }
  if (found === undefined) {
    return nothing;
  }
  const reversal =
    operation.action === "create"
      ? removeAgain(operation.after, found, level)
      : putBack(operation, found, level);
  const later = state.laterChanges.get(`${found.kind} ${found.id}`);
  return later && !("conflict" in reversal) && reversal.steps.length > 0
    ? { conflict: `${operation.kind} ${operation.key}: by ${later.user} at ${later.time}` }
    : reversal;
}

function findNow(
  { operation, objectId }: PastOperation,
  { inventory }: UndoState,
): FoundObject | undefined {
  const all = inventory.findByKey(operation.kind, operation.key);
  return objectId === undefined || operation.action === "delete"
    ? all.find(({ isOwned }) => isOwned)
    : inventory.all().find(({ kind, id }) => kind === operation.kind && id === objectId);
}

function removeAgain(made: Fields, found: FoundObject, level: number): Reversal {
  const { kind, key, fields } = found;
  const codecs = kindOf(kind).fields;
  const other = Object.keys(made).find(
    (name) =>
      !codecs[name]?.isSecret &&
      !codecs[name]?.isOutput &&
      !isDeepStrictEqual(fields[name] ?? null, made[name] ?? null),
  );
  if (other !== undefined) {
    const now = JSON.stringify(fields[other] ?? null);
    return { conflict: `${kind} ${key}: ${other} is ${now} now` };
  }
  const operation: DeleteObject = { action: "delete", kind, key, before: fields };
  return { steps: [{ level, operation }] };
}

function putBack(
  { kind, key, before, after }: UpdateObject,
  found: FoundObject,
  level: number,
): Reversal {
  const valueOf = (name: string): Fields[string] => found.fields[name] ?? null;
  const open = Object.keys(after).filter(
    (name) => !isDeepStrictEqual(valueOf(name), before[name] ?? null),
  );
  const other = open.find((name) => !isDeepStrictEqual(valueOf(name), after[name] ?? null));
  if (other !== undefined) {
    return { conflict: `${kind} ${key}: ${other} is ${JSON.stringify(valueOf(other))} now` };
  }
  const pick = (fields: Fields): Fields =>
    Object.fromEntries(open.map((name) => [name, fields[name] ?? null]));
  const operation: UpdateObject = {
    action: "update",
    kind,
    key,
    before: pick(after),
    after: pick(before),
  };
  return open.length === 0 ? nothing : { steps: [{ level, operation }] };
}

function recreate(
  { kind, key, before }: DeleteObject,
  level: number,
): readonly Placed<SeedOperation>[] {
  const said = Object.entries(before).filter(([, value]) => value !== null && value !== "");
  const fields = Object.fromEntries(said);
  return planCreation({ kind, key, fields }, { level, deferredLevel: afterAll });
}

// Behind every level of a plan.
const afterAll = 1000;
