import * as z from "zod";

/** An object of NetBox's API whose fields are not looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Anything that is a JSON object. */
export const jsonObjectSchema = z.record(z.string(), z.unknown());

/** Whether a value is a JSON object: neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
