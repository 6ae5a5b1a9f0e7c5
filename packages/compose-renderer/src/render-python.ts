/** A value that Python has too. */
export type PythonValue = string | boolean | null | readonly string[];

/** A value as a Python literal, in ASCII. Pure. */
export function renderPython(value: PythonValue): string {
  if (value === null) {
    return "None";
  }
  if (typeof value === "boolean") {
    return value ? "True" : "False";
  }
  return typeof value === "string"
    ? `"${value.replaceAll(needsEscape, escapeCharacter)}"`
    : `[${value.map((item) => renderPython(item)).join(", ")}]`;
}

// All but printable ASCII, and of that the quote and the backslash.
const needsEscape = /[^ -~]|["\\]/gu;

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}
