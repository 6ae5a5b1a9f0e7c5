import { suggestWord } from "@multipass-netbox/netbox-client";
import * as z from "zod";
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
  const value = valueAt(file.data, issue.path);
  const field = issue.path.findLast((part) => typeof part === "string");
  const said = value === undefined ? "is missing" : describeFault(issue, value);
  const message = field === undefined ? said : `${field}: ${said}`;
  return [{ position: file.positionOf(issue.path), message }];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    data,
  );
}

function describeFault(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${typeNames[issue.expected] ?? issue.expected}`;
    case "invalid_value": {
      const choices = issue.values.map(String);
      return `must be one of ${choices.join(", ")}${suggestWord(String(value), choices)}`;
    }
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `must be ${issue.minimum} or more`
        : "must not be empty";
    case "too_big":
      return issue.origin === "string"
        ? `must have at most ${issue.maximum} characters`
        : `must be ${issue.maximum} or less`;
    default:
      return issue.message;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
  object: "a map of keys and values",
  record: "a map of keys and values",
  string: "text",
};

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
