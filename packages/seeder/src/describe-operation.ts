import { type Json, operationName } from "@multipass-netbox/core";
import type { SeedOperation } from "./seed-operation.ts";

/**
 * An operation as a person reads it: one line for what it makes, one more per field that it
 * changes, with the old value and the new one. Pure, without colour.
 */
export function describeOperation(operation: SeedOperation): readonly string[] {
  if (operation.action === "create") {
    return [operationName(operation)];
  }
  const fields = Object.keys(operation.after).toSorted();
  return [
    operationName(operation),
    ...fields.map(
      (field) =>
        `  ${field}: ${describeValue(operation.before[field])} -> ${describeValue(operation.after[field])}`,
    ),
  ];
}

function describeValue(value: Json | undefined): string {
  return value === null || value === undefined ? "nothing" : JSON.stringify(value);
}
