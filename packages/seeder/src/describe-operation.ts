import { type Fields, type Json, operationName } from "@multipass-netbox/core";
import { listOf } from "./field-codecs.ts";
import { ownerTag } from "./ownership.ts";
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
  if (operation.action === "delete") {
    return [name];
  }
  const { before, after } = operation;
  return [
    name,
    ...Object.keys(after)
      .toSorted()
      .map((field) => describeChange(field, before, after)),
  ];
}

function describeFields({ key, after }: CreateObject): string {
  const parts = key.split("/");
  return Object.entries(withoutOwner(after))
    .filter(([, value]) => value !== key && !isPart(value, parts))
    .map(([field, value]) => `${field} ${describeValue(value)}`)
    .join(", ");
}

// Our tag and our comment are on every object that we make.
function withoutOwner({ tags, comments: _comments, ...fields }: Fields): Fields {
  const others = listOf(tags).filter((slug) => slug !== ownerTag.slug);
  return others.length === 0 ? fields : { ...fields, tags: others };
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
