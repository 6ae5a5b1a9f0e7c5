import * as z from "zod";
import { suggestWord } from "./nearest-word.ts";
import type { PlacedYaml } from "./placed-yaml.ts";
import type { Problem } from "./position.ts";

/**
 * What a zod issue says of a YAML file, with the place, and for an unknown key the nearest
 * known one. Pure.
 */
export function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  file: PlacedYaml,
): readonly Problem[] {
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => ({
      position: file.positionOfKey(issue.path, key),
      message: `unknown key "${key}"${suggestWord(key, known)}`,
    }));
  }
  const field = issue.path.findLast((part) => typeof part === "string");
  const said = isMissing(issue, file)
    ? `${String(field)} is missing`
    : [field, issue.message].filter((part) => part !== undefined).join(": ");
  return [{ position: file.positionOf(issue.path), message: said }];
}

function isMissing({ code, path }: z.core.$ZodIssue, { data }: PlacedYaml): boolean {
  const value = path.reduce<unknown>(
    (part, key) => (part as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    data,
  );
  return (code === "invalid_type" || code === "invalid_value") && value === undefined;
}

/** The keys that the map at a path may have. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let current = unwrap(schema);
  for (const part of path) {
    current = unwrap(stepInto(current, part));
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

function stepInto(schema: z.ZodType | undefined, part: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) {
    return schema.element as z.ZodType;
  }
  return schema instanceof z.ZodObject
    ? (schema.shape as Readonly<Record<PropertyKey, z.ZodType>>)[part]
    : undefined;
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema;
}
