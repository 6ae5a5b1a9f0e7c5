import { isBuiltIn } from "../built-in-objects.ts";
import { customFieldName, type DesiredObject } from "../desired-object.ts";
import type { NetBoxObject } from "../field-codec.ts";
import { referencesOf } from "../references-of.ts";
import type { SeedKind } from "../seed-kind.ts";
import type { Draft, Fault } from "./draft.ts";
import type { DraftSurroundings } from "./draft-surroundings.ts";

/**
 * The first reference to something that is left out, or to another object than the one that would
 * stand in the files under that key. Pure.
 */
export function findReferenceFault(
  draft: Draft,
  desired: DesiredObject,
  { find }: DraftSurroundings,
): Fault | undefined {
  return findObjectFault(draft, desired, find) ?? findCustomFieldFault(desired, find);
}

function findObjectFault(
  { kind, object }: Draft,
  desired: DesiredObject,
  find: DraftSurroundings["find"],
): Fault | undefined {
  for (const { kind: other, key, path } of referencesOf(desired)) {
    const target = find(other, key);
    if (target === undefined) {
      return { path, reason: `${other} ${key} is left out` };
    }
    if (path.length === 1 && !pointsTo(target, { kind, object, field: String(path[0]) })) {
      return { path, reason: `is another ${other} ${key}, which is left out` };
    }
  }
  return undefined;
}

interface Pointer {
  readonly kind: SeedKind;
  readonly object: NetBoxObject;
  readonly field: string;
}

/** Whether a field really points to that object, and not to one of the same name elsewhere. */
function pointsTo({ found }: Draft, { kind, object, field }: Pointer): boolean {
  const { names = [], write } = kind.fields[field] ?? {};
  const written = write?.(found.key, { idOf: () => found.id, secretOf: () => "" }) ?? {};
  return names.every((name) => !(name in written) || bareValue(object[name]) === written[name]);
}

/** An object of NetBox as its id, a choice as its value. */
function bareValue(value: unknown): unknown {
  const { id, value: chosen } = (value ?? {}) as {
    readonly id?: unknown;
    readonly value?: unknown;
  };
  return typeof value === "object" ? (id ?? chosen) : value;
}

function findCustomFieldFault(
  { fields }: DesiredObject,
  find: DraftSurroundings["find"],
): Fault | undefined {
  const names = Object.keys(fields).flatMap((field) => customFieldName(field) ?? []);
  const lost = names.find(
    (name) => !isBuiltIn("custom-field", name) && !find("custom-field", name),
  );
  return lost === undefined
    ? undefined
    : { path: ["custom_fields", lost], reason: `custom-field ${lost} is left out` };
}
