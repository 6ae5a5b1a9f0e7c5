import * as z from "zod";
import { sluggedInput, sluggedSchema } from "../object-schemas.ts";
import { defineResource } from "../resource.ts";

/** A kind of cluster (`virtualization/cluster-types`). */
export const clusterTypeResource = defineResource({
  path: "virtualization/cluster-types/",
  unique: [["name"], ["slug"]],
  read: sluggedSchema,
  write: z.strictObject({
    ...sluggedInput,
  }),
});
