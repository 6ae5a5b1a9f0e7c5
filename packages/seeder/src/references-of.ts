import type { DesiredObject } from "./desired-object.ts";
import type { KindName } from "./kind-name.ts";
import { kindOf } from "./kinds.ts";

/** A place where an object points to another one. */
export interface Reference {
  readonly kind: KindName;
  readonly key: string;
  /** The field, and the place in it where it holds a list. */
  readonly path: readonly PropertyKey[];
  /** Whether the object can be made before the other one. */
  readonly isDeferred: boolean;
}

/** Every reference that an object holds, in the order of its kind's fields. Pure. */
export function referencesOf(object: DesiredObject): readonly Reference[] {
  return Object.entries(kindOf(object.kind).fields).flatMap(([field, codec]) => {
    const { references: kind, isDeferred = false } = codec;
    return kind === undefined
      ? []
      : keysIn(object, field).map(({ key, path }) => ({ kind, key, path, isDeferred }));
  });
}

function keysIn(
  { fields, entry }: DesiredObject,
  field: string,
): readonly Pick<Reference, "key" | "path">[] {
  const value = fields[field];
  if (typeof value === "string") {
    return [{ key: value, path: [field] }];
  }
  // A plan sorts what has no order; its place is where the file has it.
  const written = entry[field];
  return Array.isArray(value) && Array.isArray(written)
    ? value.flatMap((key: unknown) =>
        typeof key === "string" ? [{ key, path: [field, written.indexOf(key)] }] : [],
      )
    : [];
}
