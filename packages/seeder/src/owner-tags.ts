import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import { listOf, unite } from "./field-codecs.ts";
import { ownerTag } from "./ownership.ts";

/**
 * Tags as the sorted list of their slugs, ours among them. NetBox replaces all tags of an object
 * by what is written; the seeder never takes one away. Seed files don't speak of ours.
 */
export const tags: FieldCodec = {
  names: ["tags"],
  references: "tag",
  read: (object) => slugsOf(object).toSorted(),
  write: (value) => ({ tags: listOf(value).map((slug) => ({ slug })) }),
  fromEntry: (value) => listOf(value).toSorted(),
  toEntry: (value) => listOf(value).filter((slug) => slug !== ownerTag.slug),
  merge: unite,
};

function slugsOf({ tags: found }: NetBoxObject): readonly string[] {
  return ((found ?? []) as readonly { readonly slug: string }[]).map(({ slug }) => slug);
}
