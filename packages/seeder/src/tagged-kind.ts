import type { Fields } from "@multipass-netbox/core";
import { tags } from "./field-codecs.ts";
import type { NetBoxObject } from "./field-codec.ts";
import { ownerTag } from "./ownership.ts";
import type { SeedKind } from "./seed-kind.ts";

/** What {@link defineTaggedKind} fills in. */
type Filled = "isOwned" | "ownerFields";

/** A kind whose objects carry our tag. */
export function defineTaggedKind(kind: Omit<SeedKind, Filled>): SeedKind {
  return { ...kind, fields: { ...kind.fields, tags }, isOwned, ownerFields };
}

function isOwned(object: NetBoxObject): boolean {
  return slugsOf(object).includes(ownerTag.slug);
}

function ownerFields(existing: NetBoxObject = {}): Fields {
  return { tags: [...new Set([...slugsOf(existing), ownerTag.slug])].toSorted() };
}

function slugsOf(object: NetBoxObject): readonly string[] {
  return tags.read(object) as readonly string[];
}
