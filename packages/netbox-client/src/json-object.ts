import * as z from "zod";

/** An object of NetBox's API whose fields are not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Anything that is a JSON object. */
export const jsonObjectSchema = z.record(z.string(), z.unknown());
