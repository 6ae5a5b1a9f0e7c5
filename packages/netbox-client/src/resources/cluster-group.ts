import * as z from "zod";
import { sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A group of clusters (`virtualization/cluster-groups`). */
export const clusterGroupResource = defineResource({
  path: "virtualization/cluster-groups/",
  unique: [["name"], ["slug"]],
  read: sluggedSchema,
  write: z.strictObject({
    ...sluggedInput,
  }),
});
