import type { Fields } from "@multipass-netbox/core";
import { defineKind, type KindDefinition } from "./define-kind.ts";
import { customFields, tagList } from "./entry-schemas.ts";
import type { NetBoxObject } from "./field-codec.ts";
import { listOf } from "./field-codecs.ts";
import { tags } from "./owner-tags.ts";
import { ownerTag } from "./ownership.ts";
import type { SeedKind } from "./seed-kind.ts";

/** A kind but for what every kind has that NetBox can tag. */
export type TaggedKindDefinition = Omit<KindDefinition, "isOwned" | "ownerFields">;

const taggedEntry = { custom_fields: customFields.optional(), tags: tagList.optional() };

/** A kind whose objects carry our tag, beside those that the files give them. */
export function defineTaggedKind(kind: TaggedKindDefinition): SeedKind {
  return defineKind({
    ...kind,
    schema: kind.schema.safeExtend(taggedEntry),
    fields: { ...kind.fields, tags },
    isOwned,
    ownerFields,
  });
}

function isOwned(object: NetBoxObject): boolean {
  return listOf(tags.read(object)).includes(ownerTag.slug);
}

function ownerFields(existing: NetBoxObject = {}): Fields {
  return { tags: [...new Set([...listOf(tags.read(existing)), ownerTag.slug])].toSorted() };
}
