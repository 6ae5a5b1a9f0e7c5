import type { Fields, Placed } from "@multipass-netbox/core";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import type { OtherFields } from "./other-fields.ts";
import type { CreateObject, SeedOperation, UpdateObject } from "./seed-operation.ts";

/** An object to be made, with all its fields in the words of a plan. */
export interface NewObject {
  readonly kind: KindName;
  readonly key: string;
  readonly fields: Fields;
  /** What it held beside them, where it is made again. */
  readonly rest?: OtherFields | undefined;
}

/** Where the two halves of a creation go. */
export interface CreationLevels {
  readonly level: number;
  /** For the fields that point to what is made later. */
  readonly deferredLevel: number;
}

/**
 * What makes an object: a create, and an update where fields have to wait for what they point
 * to. Pure.
 */
export function planCreation(
  { kind, key, fields, rest }: NewObject,
  { level, deferredLevel }: CreationLevels,
): readonly Placed<SeedOperation>[] {
  const isLater = (field: string): boolean => kindOf(kind).fields[field]?.isDeferred === true;
  const entries = Object.entries(fields);
  const now = Object.fromEntries(entries.filter(([field]) => !isLater(field)));
  const later = Object.fromEntries(entries.filter(([field]) => isLater(field)));
  const names = Object.keys(later);
  const create: CreateObject = {
    action: "create",
    kind,
    key,
    after: now,
    ...(rest ? { rest } : {}),
  };
  const before = Object.fromEntries(names.map((name) => [name, null]));
  const update: UpdateObject = { action: "update", kind, key, before, after: later };
  return [
    { level, operation: create },
    ...(names.length === 0 ? [] : [{ level: deferredLevel, operation: update }]),
  ];
}
