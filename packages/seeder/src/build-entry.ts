import type { Fields, Json } from "@multipass-netbox/core";
import * as z from "zod";
import { customFieldName } from "./desired-object.ts";
import type { SeedEntry, SeedKind } from "./seed-kind.ts";

/**
 * The entry of a seed file that asks for these fields, in the order of its schema. What is empty
 * is left out, and so is what a seed file has no word for. Pure.
 */
export function buildEntry(
  { schema, fields: codecs }: Pick<SeedKind, "schema" | "fields">,
  fields: Fields,
): SeedEntry {
  const values: Readonly<Record<string, unknown>> = {
    ...fields,
    custom_fields: customFieldsOf(fields),
  };
  const named = Object.entries(schema.shape).flatMap(([name, type]) => {
    const value = values[name] ?? null;
    const toEntry = codecs[name]?.toEntry;
    const said = toEntry ? toEntry(value as Json) : value;
    return isSilent(said) && isOptional(type) ? [] : [[name, said] as const];
  });
  return Object.fromEntries(named);
}

function customFieldsOf(fields: Fields): Fields {
  const custom = Object.entries(fields).flatMap(([field, value]) => {
    const name = customFieldName(field);
    return name === undefined || isSilent(value) || holdsObject(value) ? [] : [[name, value]];
  });
  return Object.fromEntries(custom) as Fields;
}

/** Whether a seed file has nothing to say of a value. */
export function isSilent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (typeof value === "object" && Object.keys(value).length === 0)
  );
}

function isOptional(type: z.core.$ZodType): boolean {
  return z.safeParse(type, undefined).success;
}

/** An object of NetBox, which custom fields hold as it is: a seed file would need its key. */
function holdsObject(value: Json): boolean {
  return [value]
    .flat()
    .some((item) => typeof item === "object" && item !== null && "id" in item && "url" in item);
}
