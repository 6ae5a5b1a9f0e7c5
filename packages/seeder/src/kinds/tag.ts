import * as z from "zod";
import { plain } from "../field-codecs.ts";
import { descriptionText, nameText, slug, text } from "../entry-schemas.ts";
import { ownerTag } from "../ownership.ts";
import type { SeedKind } from "../seed-kind.ts";
import { slugOf } from "./slug-kind.ts";

/** Our own tag is the only one that the seeder makes; its slug alone says that it is ours. */
export const tagKind: SeedKind = {
  name: "tag",
  collection: "tags",
  objectType: "extras.tag",
  schema: z.strictObject({
    name: nameText,
    slug,
    description: descriptionText.optional(),
    color: text(6).optional(),
  }),
  endpoint: (client) => client.tags,
  fields: {
    name: plain("name"),
    slug: plain("slug"),
    description: plain("description"),
    color: plain("color"),
  },
  entryKey: slugOf,
  objectKey: slugOf,
  filters: ({ entries }) => ({ slug: entries.map(slugOf) }),
  isOwned: (object) => slugOf(object) === ownerTag.slug,
  // Given once; an operator may choose others.
  ownerFields: () => ({
    description: "Kept by multipass-netbox from its seed files",
    color: "1e88e5",
  }),
};
