import { type Fields, type Json, operationName } from "@multipass-netbox/core";
import type { CreateObject, SeedOperation } from "./seed-operation.ts";

/**
 * An operation as a person reads it. What it makes is one line with the fields that its name
 * does not tell; what it changes is a line per field, with the old value and the new one. Pure,
 * without colour.
 */
export function describeOperation(operation: SeedOperation): readonly string[] {
  const name = operationName(operation);
  if (operation.action === "create") {
    const details = describeFields(operation);
    return [details === "" ? name : `${name}  (${details})`];
  }
  const { before, after } = operation;
  return [
    name,
    ...Object.keys(after)
      .toSorted()
      .map((field) => describeChange(field, before, after)),
  ];
}

// Said by every object that we make.
const ownerFields = new Set(["tags", "comments"]);

function describeFields({ key, after }: CreateObject): string {
  const parts = key.split("/");
  return Object.entries(after)
    .filter(([field, value]) => !ownerFields.has(field) && value !== key && !isPart(value, parts))
    .map(([field, value]) => `${field} ${describeValue(value)}`)
    .join(", ");
}

function isPart(value: Json, parts: readonly string[]): boolean {
  return typeof value === "string" && parts.includes(value);
}

function describeChange(field: string, before: Fields, after: Fields): string {
  return `  ${field}: ${describeValue(before[field])} -> ${describeValue(after[field])}`;
}

function describeValue(value: Json | undefined): string {
  return value === null || value === undefined ? "nothing" : JSON.stringify(value);
}
