import { defineKind, type KindDefinition } from "./define-kind.ts";
import { text } from "./entry-schemas.ts";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import { plain } from "./field-codecs.ts";
import { ownerMark } from "./ownership.ts";
import type { SeedKind } from "./seed-kind.ts";

/** A description with room for our mark: NetBox takes 200 characters. */
export const markedText = text(200 - ownerMark.length - 1);

/** A kind whose objects can't be tagged: our mark ends their description. */
export function defineMarkedKind(kind: Omit<KindDefinition, "isOwned" | "ownerFields">): SeedKind {
  return defineKind({
    ...kind,
    fields: { ...kind.fields, description: markedDescription },
    isOwned: (object) => isMarked(descriptionOf(object)),
    ownerFields: (existing = {}) => ({ description: addMark(descriptionOf(existing)) }),
  });
}

/** The description without our mark. */
export function unmarkedDescription(object: NetBoxObject): string {
  return removeMark(descriptionOf(object));
}

// Seed files don't speak of the mark; where it is, it stays.
const markedDescription: FieldCodec = {
  ...plain("description"),
  toEntry: (value) => removeMark(textOf(value)),
  merge: (actual, desired) => (isMarked(textOf(actual)) ? addMark(textOf(desired)) : desired),
};

function descriptionOf({ description }: NetBoxObject): string {
  return textOf(description);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isMarked(description: string): boolean {
  return description.endsWith(ownerMark);
}

function addMark(description: string): string {
  return isMarked(description) ? description : `${description} ${ownerMark}`.trim();
}

function removeMark(description: string): string {
  return isMarked(description) ? description.slice(0, -ownerMark.length).trimEnd() : description;
}
