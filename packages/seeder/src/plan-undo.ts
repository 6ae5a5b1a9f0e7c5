import { isDeepStrictEqual } from "node:util";
import {
  buildPlan,
  type Fields,
  MultipassError,
  type Placed,
  type Plan,
} from "@multipass-netbox/core";
import { findDanglingReferences } from "./find-dangling-references.ts";
import { findPast } from "./find-past.ts";
import { describeTwins, type FoundObject } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import { listGoneFields } from "./list-undo-losses.ts";
import type { UndoState } from "./load-undo-state.ts";
import { withoutFields } from "./other-fields.ts";
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
 * already back is left alone, and so are deleted tokens: nobody knows their value any more. Throws
 * one `SEED_CONFLICT` for everything that somebody changed since, that exists several times, or
 * that points to what is gone.
 */
export function planUndo(record: UndoRecord, state: UndoState): Plan<SeedOperation> {
  const last = Math.max(0, ...record.operations.map(({ level }) => level));
  const reversals = record.operations.map((past) => reverse(past, state, last - past.level));
  const conflicts = reversals.flatMap((one) => ("conflict" in one ? [one.conflict] : []));
  refuse("changed since that run", conflicts);
  const steps = reversals.flatMap((one) => ("steps" in one ? one.steps : []));
  const operations = steps.map(({ operation }) => operation);
  refuse("not everything can be put back", findDanglingReferences(operations, state.inventory));
  return buildPlan(record.target, steps);
}

function refuse(message: string, conflicts: readonly string[]): void {
  if (conflicts.length > 0) {
    throw new MultipassError(
      "SEED_CONFLICT",
      `${message}\n${conflicts.map((line) => `  ${line}`).join("\n")}`,
      { hint: "Nothing was undone. Undo later runs first, or put these right by hand." },
    );
  }
}

function reverse(past: PastOperation, state: UndoState, level: number): Reversal {
  const { operation } = past;
  const all = findPast(past, state.inventory);
  const twins = all.flatMap(({ kind, key }) => state.inventory.findByKey(kind, key));
  const [found] = all;
  if (operation.action === "delete") {
    return found ? standsAgain(found) : { steps: recreate(operation, state, level) };
  }
  if (found === undefined) {
    return nothing;
  }
  const reversal =
    operation.action === "create"
      ? removeAgain(operation.after, found, level)
      : putBack(operation, found, level);
  if ("conflict" in reversal || reversal.steps.length === 0) {
    return reversal;
  }
  if (twins.length > 1) {
    return { conflict: describeTwins(twins) };
  }
  const later = state.laterChanges.get(`${found.kind} ${found.id}`);
  return later
    ? { conflict: `${operation.kind} ${operation.key}: by ${later.user} at ${later.time}` }
    : reversal;
}

// What has the key by now may be somebody else's.
function standsAgain({ kind, key, id, isOwned }: FoundObject): Reversal {
  return isOwned ? nothing : { conflict: `${kind} ${key}: there is another one (id ${id}) now` };
}

function removeAgain(made: Fields, found: FoundObject, level: number): Reversal {
  const { kind, key, fields, rest } = found;
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
  const before = { before: fields, ...(rest ? { rest } : {}) };
  const operation: DeleteObject = { action: "delete", kind, key, ...before };
  return { steps: [{ level, operation }] };
}

function putBack(
  { kind, before, after }: UpdateObject,
  found: FoundObject,
  level: number,
): Reversal {
  const { key } = found;
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
  operation: DeleteObject,
  { goneLinks }: UndoState,
  level: number,
): readonly Placed<SeedOperation>[] {
  const { kind, key, before, rest } = operation;
  if (kind === "token") {
    return [];
  }
  const said = Object.entries(before).filter(([, value]) => value !== null && value !== "");
  const gone = new Set(listGoneFields(operation, goneLinks));
  const object = {
    kind,
    key,
    fields: Object.fromEntries(said),
    rest: rest && withoutFields(rest, gone),
  };
  return planCreation(object, { level, deferredLevel: afterAll });
}

// Behind every level of a plan.
const afterAll = 1000;
