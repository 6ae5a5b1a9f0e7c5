import type { Fields, Json } from "@multipass-netbox/core";
import type { KindName } from "./kind-name.ts";
import type { Position } from "./position.ts";
import type { SeedEntry, SeedKind } from "./seed-kind.ts";

/** An object as the seed files want it, in the words of a plan. */
export interface DesiredObject {
  readonly kind: KindName;
  readonly key: string;
  /** What makes it the same object as one in NetBox; often the key itself. */
  readonly identity: string;
  readonly entry: SeedEntry;
  /** Only the fields that the files name; custom fields as `custom_fields.NAME`. */
  readonly fields: Fields;
  /** Given when it is made and left alone afterwards. */
  readonly initial?: Fields;
  /** Where a field stands; the entry itself when no field is given. Undefined for built-in objects. */
  readonly positionOf?: (...path: readonly PropertyKey[]) => Position;
}

/** Turns an entry into the object that it describes. Pure. */
export function buildDesiredObject(
  kind: SeedKind,
  entry: SeedEntry,
  positionOf?: DesiredObject["positionOf"],
): DesiredObject {
  const key = kind.entryKey(entry);
  return {
    kind: kind.name,
    key,
    identity: identityOf(kind, key),
    entry,
    fields: flattenCustomFields(inPlanWords(kind, kind.desired?.(entry) ?? entry)),
    ...(positionOf ? { positionOf } : {}),
  };
}

function inPlanWords({ fields: codecs }: SeedKind, values: SeedEntry): Fields {
  const named = Object.entries(values).map(([name, value]) => {
    const fromEntry = codecs[name]?.fromEntry;
    return [name, fromEntry ? fromEntry(value) : value] as const;
  });
  return Object.fromEntries(named) as Fields;
}

/** The part of a key that says which object it is. */
export function identityOf(kind: SeedKind, key: string): string {
  return kind.identity?.(key) ?? key;
}

const customFieldPrefix = "custom_fields.";

/** `custom_fields: {vmid: 100}` becomes `custom_fields.vmid: 100`. */
export function flattenCustomFields({ custom_fields: values, ...fields }: Fields): Fields {
  const custom = Object.entries((values ?? {}) as Readonly<Record<string, Json>>);
  return {
    ...fields,
    ...Object.fromEntries(custom.map(([name, value]) => [`${customFieldPrefix}${name}`, value])),
  };
}

/** The name of the custom field that a field of a plan is, or undefined. */
export function customFieldName(field: string): string | undefined {
  return field.startsWith(customFieldPrefix) ? field.slice(customFieldPrefix.length) : undefined;
}
