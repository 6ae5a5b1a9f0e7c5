import type { Json } from "@multipass-netbox/core";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";

/** A field whose value is the same in a plan and in NetBox. */
export function plain(name: string): FieldCodec {
  return {
    names: [name],
    read: (object) => jsonOf(object[name]),
    write: (value) => ({ [name]: value }),
  };
}

/** A list whose order means nothing. */
export function unordered(name: string): FieldCodec {
  return {
    names: [name],
    read: (object) => listOf(object[name]).toSorted(),
    write: (value) => ({ [name]: value }),
    fromEntry: (value) => listOf(value).toSorted(),
  };
}

/** A list whose order means nothing, and from which nothing is ever taken away. */
export function growingSet(name: string): FieldCodec {
  return { ...unordered(name), merge: unite };
}

/** A choice: read as `{value, label}`, written as the value. */
export function choice(name: string): FieldCodec {
  return {
    names: [name],
    read: (object) => jsonOf((object[name] as { readonly value?: Json } | null)?.value),
    write: (value) => ({ [name]: value }),
  };
}

/** A time, whatever the zone in which the file or NetBox writes it. */
export function time(name: string): FieldCodec {
  return { ...plain(name), read: (object) => inUtc(object[name]), fromEntry: inUtc };
}

/** What {@link reference} needs to know of the field. */
export interface ReferenceOptions {
  readonly kind: KindName;
  /** The natural key in the brief form of the object pointed to. */
  readonly keyOf: (brief: NetBoxObject) => string;
  readonly isDeferred?: true;
}

/** A field that points to one other object: read as its brief form, written as its id. */
export function reference(name: string, options: ReferenceOptions): FieldCodec {
  const { kind, keyOf, isDeferred } = options;
  return {
    names: [name],
    references: kind,
    ...(isDeferred ? { isDeferred } : {}),
    read: (object) => {
      const brief = object[name] as NetBoxObject | null | undefined;
      return brief ? keyOf(brief) : null;
    },
    write: (value, { idOf }) => ({
      [name]: typeof value === "string" ? idOf(kind, value) : null,
    }),
  };
}

/** A field that points to several objects, in no order of its own. */
export function references(name: string, { kind, keyOf }: ReferenceOptions): FieldCodec {
  return {
    names: [name],
    references: kind,
    read: (object) => ((object[name] ?? []) as readonly NetBoxObject[]).map(keyOf).toSorted(),
    write: (value, { idOf }) => ({ [name]: listOf(value).map((key) => idOf(kind, key)) }),
    fromEntry: (value) => listOf(value).toSorted(),
  };
}

/** What {@link genericReference} needs to know of the field. */
export interface GenericReferenceOptions extends ReferenceOptions {
  /** NetBox's fields: the type of the object pointed to, its id, its brief form. */
  readonly typeField: string;
  readonly idField: string;
  readonly objectField: string;
  /** NetBox's word for the type: `dcim.site`. */
  readonly objectType: string;
}

/** A field that NetBox splits in two, because it may point to objects of several types. */
export function genericReference(options: GenericReferenceOptions): FieldCodec {
  const { kind, keyOf, typeField, idField, objectField, objectType } = options;
  return {
    names: [typeField, idField, objectField],
    references: kind,
    read: (object) =>
      object[typeField] === objectType && object[objectField]
        ? keyOf(object[objectField] as NetBoxObject)
        : null,
    write: (value, { idOf }) => ({
      [typeField]: typeof value === "string" ? objectType : null,
      [idField]: typeof value === "string" ? idOf(kind, value) : null,
    }),
  };
}

/** Both lists as one, sorted, each item once. */
export function unite(actual: Json, desired: Json): readonly string[] {
  return [...new Set([...listOf(actual), ...listOf(desired)])].toSorted();
}

/** The items of a list; none where the value is no list. */
export function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function inUtc(value: unknown): Json {
  return typeof value === "string" ? new Date(value).toISOString() : null;
}

function jsonOf(value: unknown): Json {
  return (value ?? null) as Json;
}
