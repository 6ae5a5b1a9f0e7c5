import * as z from "zod";
import { jsonObjectSchema } from "./json-object.ts";

/** A page of a list. `next` is not read: behind a gateway it names a wrong address. */
export const pageSchema = z.looseObject({
  count: z.int(),
  results: z.array(jsonObjectSchema),
});
