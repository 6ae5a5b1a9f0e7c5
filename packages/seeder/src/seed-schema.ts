import * as z from "zod";
import { allowList } from "./allowances.ts";
import { kinds } from "./kinds.ts";

/** A seed file: lists of entries under the names of NetBox's own endpoints. */
export const seedFileSchema = z
  .strictObject({
    include: z
      .array(z.string().min(1))
      .optional()
      .describe("Other seed files, or folders of them, relative to this file"),
    allow: allowList
      .optional()
      .describe("Rules of the seeder, not of NetBox, that are switched off for all seed files"),
    ...Object.fromEntries(
      kinds.map(({ collection, schema }) => [collection, z.array(schema).optional()]),
    ),
  })
  .describe("Seed file of multipass-netbox");
