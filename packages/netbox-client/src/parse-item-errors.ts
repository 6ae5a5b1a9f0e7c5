import { isJsonObject } from "./json-object.ts";
import type { FieldError, ItemError } from "./netbox-error.ts";

/**
 * What a NetBox error body says, object by object. Knows every shape that 4.5 and 4.7 were
 * seen to answer: a field dictionary; a list aligned with the request (4.5); `{detail, errors}`
 * with an index or an id (4.7); a lone `detail`; a bare list of sentences; and the
 * `{error, exception}` of a server error. An unknown shape gives an empty list.
 */
export function parseItemErrors(body: unknown): readonly ItemError[] {
  if (Array.isArray(body)) {
    return parseList(body);
  }
  if (!isJsonObject(body)) {
    return [];
  }
  if (Array.isArray(body["errors"])) {
    return body["errors"].filter(isJsonObject).map(parseNumbered);
  }
  return [{ fieldErrors: parseFields(body) }];
}

function parseList(body: readonly unknown[]): readonly ItemError[] {
  if (body.every((item) => typeof item === "string")) {
    return [{ fieldErrors: body.map((message) => ({ field: "", message })) }];
  }
  return body.flatMap((item, index) => {
    const fieldErrors = isJsonObject(item) ? parseFields(item) : [];
    return fieldErrors.length === 0 ? [] : [{ index, fieldErrors }];
  });
}

function parseNumbered(item: Readonly<Record<string, unknown>>): ItemError {
  const fieldErrors = isJsonObject(item["errors"]) ? parseFields(item["errors"]) : [];
  const { index, id } = item;
  return {
    ...(typeof index === "number" ? { index } : {}),
    ...(typeof id === "number" ? { id } : {}),
    fieldErrors,
  };
}

// Keys that speak of the object or the request as a whole.
const wholeObjectKeys = new Set(["__all__", "detail", "error", "non_field_errors"]);
// Keys of a server error that say nothing about the request.
const noiseKeys = new Set(["exception", "netbox_version", "python_version"]);

function parseFields(body: Readonly<Record<string, unknown>>, prefix = ""): readonly FieldError[] {
  return Object.entries(body)
    .filter(([key]) => !noiseKeys.has(key))
    .flatMap(([key, value]) =>
      parseField(wholeObjectKeys.has(key) ? prefix : join(prefix, key), value),
    );
}

function parseField(field: string, value: unknown): readonly FieldError[] {
  if (isJsonObject(value)) {
    return parseFields(value, field);
  }
  const messages = Array.isArray(value) ? value : [value];
  return messages.flatMap((message, place) =>
    isJsonObject(message)
      ? parseFields(message, join(field, String(place)))
      : [{ field, message: String(message) }],
  );
}

function join(prefix: string, key: string): string {
  return prefix === "" ? key : `${prefix}.${key}`;
}
