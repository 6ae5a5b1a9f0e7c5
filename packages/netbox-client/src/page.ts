import * as z from "zod";

/** A page of a list. `next` is not read: behind a gateway it names a wrong address. */
export const pageSchema = z.looseObject({
  count: z.int(),
  results: z.array(z.record(z.string(), z.unknown())),
});
