/** A type of zod's in the words of a YAML file. Pure. */
export function nameType(expected: string): string {
  return typeNames[expected] ?? expected;
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

/** What to write where YAML read another type than was meant, or nothing. Pure. */
export function adviseType(expected: string, value: unknown): string {
  if (value === null) {
    return "; nothing stands here";
  }
  if (expected === "array") {
    return typeof value === "object"
      ? "; each entry begins with -"
      : `; write [${JSON.stringify(value)}]`;
  }
  if (expected === "string") {
    return typeof value === "number" || typeof value === "boolean" ? "; write it in quotes" : "";
  }
  return isQuoted(expected, value) ? "; write it without quotes" : "";
}

function isQuoted(expected: string, value: unknown): boolean {
  if (typeof value !== "string" || value.trim() === "") {
    return false;
  }
  return expected === "boolean"
    ? value === "true" || value === "false"
    : ["int", "number"].includes(expected) && Number.isFinite(Number(value));
}
