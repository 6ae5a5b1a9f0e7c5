import type { JsonObject } from "./json-object.ts";

/** A body with what NetBox's change log is to say of it. */
export function withMessage(body: JsonObject, message: string | undefined): JsonObject {
  return message === undefined ? body : { ...body, changelog_message: message };
}
