import * as z from "zod";
import { isSilent } from "../build-entry.ts";
import type { SeedEntry, SeedKind } from "../seed-kind.ts";
import type { Draft, Fault } from "./draft.ts";

/**
 * The draft without what is wrong with it: without the item of a list that is only ever added to,
 * without the custom field, without the field where there may be none, or else left out as a whole.
 * Always smaller than before. Pure.
 */
export function mendDraft(draft: Draft, { path, reason }: Fault): Draft {
  const { kind, entry, unsaid } = draft;
  const field = nameField(path);
  const place = findPart(entry, path);
  const rest = place && withoutPart(draft, place);
  if (field === undefined || rest === undefined || isSpoilt(kind, entry, rest)) {
    return { ...draft, reason: field === undefined ? reason : `${field}: ${reason}` };
  }
  return { ...draft, entry: rest, unsaid: [...unsaid, { field, reason }] };
}

/** A journal entry, for one, needs one of several fields. */
function isSpoilt({ schema }: SeedKind, before: SeedEntry, after: SeedEntry): boolean {
  return schema.safeParse(before).success && !schema.safeParse(after).success;
}

type Part = readonly [field: string, part?: PropertyKey];

/** Where a path leads in an entry: a custom field may stand there under a name of its own. */
function findPart(entry: SeedEntry, [field, part]: readonly PropertyKey[]): Part | undefined {
  if (typeof field !== "string") {
    return undefined;
  }
  const inner = part !== undefined && hasOwn(entry[field], part) ? part : undefined;
  if (field === "custom_fields" && inner === undefined) {
    return part === undefined ? undefined : findPart(entry, [part]);
  }
  if (!hasOwn(entry, field)) {
    return undefined;
  }
  return inner === undefined ? [field] : [field, inner];
}

function withoutPart(draft: Draft, [field, part]: Part): SeedEntry | undefined {
  const { kind, entry } = draft;
  const rest = part === undefined ? undefined : omitPart(draft, field, part);
  if (rest !== undefined && !isSilent(rest)) {
    return { ...entry, [field]: rest };
  }
  return isOptional(kind, field) ? omit(entry, field) : undefined;
}

/** What is left of a field of which a part may go; undefined where it goes as a whole. */
function omitPart({ kind, entry }: Draft, field: string, part: PropertyKey): unknown {
  const value = entry[field];
  if (typeof part === "number" && Array.isArray(value) && kind.fields[field]?.merge) {
    return value.toSpliced(part, 1);
  }
  return typeof part === "string" && field === "custom_fields"
    ? omit(value as SeedEntry, part)
    : undefined;
}

function omit(values: SeedEntry, name: string): SeedEntry {
  const { [name]: _omitted, ...rest } = values;
  return rest;
}

function isOptional({ schema }: SeedKind, field: string): boolean {
  const type = schema.shape[field];
  const parsed = type && z.safeParse(type, undefined);
  // A default is no silence: it would be wanted.
  return parsed?.success === true && parsed.data === undefined;
}

function hasOwn(value: unknown, key: PropertyKey): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key);
}

function nameField([field, part]: readonly PropertyKey[]): string | undefined {
  const isNamed = field === "custom_fields" && part !== undefined;
  return field === undefined ? undefined : `${String(field)}${isNamed ? `.${String(part)}` : ""}`;
}
