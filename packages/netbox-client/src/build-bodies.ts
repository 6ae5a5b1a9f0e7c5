import type * as z from "zod";
import type { JsonObject } from "./json-object.ts";
import {
  describeFieldErrors,
  type FieldError,
  type ItemError,
  NetBoxError,
} from "./netbox-error.ts";
import type { Resource } from "./resource.ts";
import { suggestWord } from "./suggest-word.ts";

/** How bodies are checked. */
export interface BodyCheck<Write> {
  readonly resource: Pick<Resource<unknown, Write>, "path" | "writable">;
  /** For a new object, or for a change where every field may be absent. */
  readonly schema: z.ZodType<Partial<Write>>;
  /** Names that the caller vouches for. */
  readonly allowed: readonly string[];
}

/** A body after its check, and the fields beside it that its schema does not know. */
export interface CheckedBody<Write> {
  readonly fields: Partial<Write>;
  readonly extra: JsonObject;
}

/**
 * Checks all bodies before anything is sent; what does not fit is one `NETBOX_VALIDATION` with
 * every item that is wrong and, for an unknown field, the nearest right name. Pure.
 */
export function buildBodies<Write>(
  bodies: readonly JsonObject[],
  check: BodyCheck<Write>,
): readonly CheckedBody<Write>[] {
  const problems: ItemError[] = [];
  const checked = bodies.map((body, index) => {
    const [extra, known] = splitFields(body, check.allowed);
    const parsed = check.schema.safeParse(known);
    if (!parsed.success) {
      const { writable } = check.resource;
      problems.push({
        index,
        fieldErrors: parsed.error.issues.flatMap((one) => describe(one, writable)),
      });
    }
    return { fields: parsed.data ?? {}, extra };
  });
  if (problems.length > 0) {
    throw refuse(check.resource.path, problems);
  }
  return checked;
}

function splitFields(
  body: JsonObject,
  allowed: readonly string[],
): readonly [JsonObject, JsonObject] {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  const isExtra = ([name]: readonly [string, unknown]): boolean => allowed.includes(name);
  return [
    Object.fromEntries(entries.filter(isExtra)),
    Object.fromEntries(entries.filter((entry) => !isExtra(entry))),
  ];
}

function describe(issue: z.core.$ZodIssue, writable: readonly string[]): readonly FieldError[] {
  if (issue.code === "unrecognized_keys" && issue.path.length === 0) {
    return issue.keys.map((key) => ({
      field: key,
      message: `NetBox has no such field${suggestWord(key, writable)}`,
    }));
  }
  return [{ field: issue.path.map(String).join("."), message: issue.message }];
}

function refuse(path: string, items: readonly ItemError[]): NetBoxError {
  const [first] = items;
  const said = items
    .slice(0, 5)
    .map(({ index, fieldErrors }) => `item ${index}: ${describeFieldErrors(fieldErrors)}`);
  const more = items.length > said.length ? [`and ${items.length - said.length} more`] : [];
  const message =
    items.length === 1 && first?.index === 0
      ? describeFieldErrors(first.fieldErrors)
      : [...said, ...more].join("; ");
  return new NetBoxError("NETBOX_VALIDATION", `${path}: not sent: ${message}`, { items });
}
