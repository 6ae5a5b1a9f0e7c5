import { describeByKey } from "./describe-by-key.ts";
import { buildDesiredObject, type DesiredObject } from "./desired-object.ts";
import { listOf } from "./field-codecs.ts";
import { kindOf } from "./kinds.ts";
import type { PastOperation } from "./undo-record.ts";

/**
 * What must be looked up by its natural key to undo an operation: what was deleted, what was
 * written without an answer, and what it points to. Everything else is read by its id. Pure.
 */
export function listUndoObjects(past: PastOperation): readonly DesiredObject[] {
  return [...listPointedTo(past), ...describePast(past)];
}

function describePast({ operation, objectId }: PastOperation): readonly DesiredObject[] {
  const { action, kind: name, key } = operation;
  if (objectId !== undefined && action !== "delete") {
    return [];
  }
  if (action === "update") {
    return describeByKey(name, key);
  }
  const kind = kindOf(name);
  const fields = action === "create" ? operation.after : operation.before;
  return [buildDesiredObject(kind, kind.toEntry(fields))];
}

// What is put back may point to objects that the run did not touch.
function listPointedTo({ operation, objectId }: PastOperation): readonly DesiredObject[] {
  const isMade = operation.action === "create";
  const fields = isMade ? operation.after : operation.before;
  return Object.entries(isMade && objectId !== undefined ? {} : fields).flatMap(([name, value]) => {
    const kind = kindOf(operation.kind).fields[name]?.references;
    const keys = typeof value === "string" ? [value] : listOf(value);
    return kind === undefined ? [] : keys.flatMap((key) => describeByKey(kind, key));
  });
}
