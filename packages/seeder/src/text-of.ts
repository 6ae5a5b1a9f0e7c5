import type { DesiredObject } from "./desired-object.ts";

/** A field that holds text, or undefined. */
export function textOf({ fields }: DesiredObject, field: string): string | undefined {
  const value = fields[field];
  return typeof value === "string" ? value : undefined;
}
