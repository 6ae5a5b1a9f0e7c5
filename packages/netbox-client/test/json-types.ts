import type * as z from "zod";
import { type OpenApi, resolveSchema, type Schema } from "../scripts/open-api.ts";

/**
 * The JSON types that a schema of ours takes: `integer`, `object`, `[string]`. A number takes
 * integers as well; `any` stands for everything.
 */
export function jsonTypes(schema: z.core.JSONSchema.BaseSchema): ReadonlySet<string> {
  const { anyOf, items, type } = schema;
  if (anyOf) {
    return new Set(anyOf.flatMap((one) => [...jsonTypes(one)]));
  }
  const inner = items as z.core.JSONSchema.BaseSchema | undefined;
  const types = [type].flat().map((one) => nameTypes(one, inner && jsonTypes(inner)));
  return new Set(types.flatMap((names) => [...names]));
}

/** The same of a schema in NetBox's documents. */
export function openApiTypes(document: OpenApi, schema: Schema): ReadonlySet<string> {
  const { enum: choices = [], items, nullable, oneOf } = schema;
  if (oneOf) {
    return new Set(oneOf.flatMap((one) => [...openApiTypes(document, one)]));
  }
  const { type } = resolveSchema(document, schema);
  const types = nameTypes(type, items && openApiTypes(document, items));
  // A choice that may be empty takes null for "" and is answered as null.
  return nullable || choices.includes("") ? new Set([...types, "null"]) : types;
}

function nameTypes(
  type: string | undefined,
  inner: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  if (type === "array") {
    return new Set([...(inner ?? ["any"])].map((one) => `[${one}]`));
  }
  return new Set(type === "number" ? ["number", "integer"] : [type ?? "any"]);
}
