import * as z from "zod";
import { linksBy } from "../dependents.ts";
import { nameText, slug } from "../entry-schemas.ts";
import { plain } from "../field-codecs.ts";
import { defineMarkedKind, markedText } from "../marked-kind.ts";
import { ownerTag } from "../ownership.ts";
import type { SeedKind } from "../seed-kind.ts";
import { color } from "./color.ts";
import { slugOf } from "./slug-kind.ts";

const markedKind = defineMarkedKind({
  name: "tag",
  collection: "tags",
  objectType: "extras.tag",
  schema: z.strictObject({
    name: nameText,
    slug: slug.refine((value) => value !== ownerTag.slug, "the seeder makes this tag itself"),
    color: color.optional(),
    description: markedText.optional(),
  }),
  dependents: linksBy("tag_id", ["extras/config-contexts/"]),
  endpoint: (client) => client.tags,
  fields: { name: plain("name"), slug: plain("slug"), color: plain("color") },
  uniqueTogether: ["name"],
  entryKey: slugOf,
  objectKey: slugOf,
  filters: ({ entries }) => ({ slug: entries.map(slugOf) }),
});

/** A tag. Of our own the slug alone says that it is ours. */
export const tagKind: SeedKind = {
  ...markedKind,
  isOwned: (object) => slugOf(object) === ownerTag.slug || markedKind.isOwned(object),
};
