import { identityOf } from "./desired-object.ts";
import { listOf } from "./field-codecs.ts";
import { describeTwins, type Inventory } from "./inventory.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * References of what a plan writes that lead nowhere, or to several objects: neither are they made
 * by the plan, nor is there exactly one in NetBox. Pure.
 */
export function findDanglingReferences(
  operations: readonly SeedOperation[],
  inventory: Inventory,
): readonly string[] {
  const made = new Set(
    operations.flatMap(({ action, kind, key }) => (action === "create" ? [nameOf(kind, key)] : [])),
  );
  return operations.flatMap((operation) =>
    referencesOf(operation).flatMap(({ field, kind, key }) => {
      const found = inventory.findByKey(kind, key);
      if (found.length === 1 || (found.length === 0 && made.has(nameOf(kind, key)))) {
        return [];
      }
      const why = found.length === 0 ? `${kind} ${key} is gone` : describeTwins(found);
      return [`${operation.kind} ${operation.key}: ${field}: ${why}`];
    }),
  );
}

interface Reference {
  readonly field: string;
  readonly kind: KindName;
  readonly key: string;
}

function referencesOf(operation: SeedOperation): readonly Reference[] {
  const fields = operation.action === "delete" ? {} : operation.after;
  const codecs = kindOf(operation.kind).fields;
  return Object.entries(fields).flatMap(([field, value]) => {
    const kind = codecs[field]?.references;
    const keys = typeof value === "string" ? [value] : listOf(value);
    return kind === undefined ? [] : keys.map((key) => ({ field, kind, key }));
  });
}

function nameOf(kind: KindName, key: string): string {
  return `${kind} ${identityOf(kindOf(kind), key)}`;
}
