import * as z from "zod";
import { kinds } from "./kinds.ts";
import type { SeedKind } from "./seed-kind.ts";

/** The kinds that a file may hold; our own tag is not the operator's to write. */
export const fileKinds: readonly SeedKind[] = kinds.filter(({ name }) => name !== "tag");

/** A seed file: lists of entries under the names of NetBox's own endpoints. */
export const seedFileSchema = z.strictObject(
  Object.fromEntries(
    fileKinds.map(({ collection, schema }) => [collection, z.array(schema).optional()]),
  ),
);
