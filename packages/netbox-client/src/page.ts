import * as z from "zod";
import { isJsonObject, type JsonObject } from "./json-object.ts";

/**
 * A page of a list. `count` is null where a cursor is followed; of `next` only that there is one
 * matters: behind a gateway it names a wrong address.
 */
export const pageSchema = z.looseObject({
  count: z.int().nullable(),
  next: z.string().nullish(),
  // Looked into one by one by the schema of their kind: a record here would copy every object.
  results: z.array(z.custom<JsonObject>(isJsonObject, "expected an object")),
});

/** One answered page. */
export type Page = z.output<typeof pageSchema>;
