import { suggestWord } from "@multipass-netbox/netbox-client";
import * as z from "zod";
import { adviseType, nameType } from "./describe-type.ts";
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
      return `must be ${nameType(issue.expected)}${adviseType(issue.expected, value)}`;
    case "invalid_union":
      return describeUnion(issue);
    case "invalid_value": {
      const choices = issue.values.map(String);
      return `must be one of ${choices.join(", ")}${suggestWord(String(value), choices)}`;
    }
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `must be ${issue.minimum} or more`
        : "must not be empty";
    case "too_big":
      return describeTooBig(issue);
    default:
      return issue.message;
  }
}

function describeTooBig({ origin, maximum }: z.core.$ZodIssueTooBig): string {
  return origin === "string"
    ? `must have at most ${maximum} characters`
    : `must be ${maximum} or less`;
}

function describeUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  return issue.message === defaultMessage
    ? `must be ${either.format(new Set(expectedTypes(issue)))}`
    : issue.message;
}

const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

// What zod says where a schema has no words of its own.
const defaultMessage = "Invalid input";

/** The types that a union takes, but for null: nobody means to write it. */
function expectedTypes({ errors }: z.core.$ZodIssueInvalidUnion): readonly string[] {
  return errors.flat().flatMap((issue) => {
    if (issue.code === "invalid_union") {
      return expectedTypes(issue);
    }
    return issue.code === "invalid_type" && issue.expected !== "null"
      ? [nameType(issue.expected)]
      : [];
  });
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
