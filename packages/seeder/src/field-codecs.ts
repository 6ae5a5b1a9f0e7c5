import type { Json } from "@multipass-netbox/core";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";

/** A field whose value is the same in a plan and in NetBox. */
export function plain(name: string): FieldCodec {
  return { read: (object) => jsonOf(object[name]), write: (value) => ({ [name]: value }) };
}

/** A list whose order means nothing, and from which nothing is ever taken away. */
export function growingSet(name: string): FieldCodec {
  return {
    read: (object) => ((object[name] ?? []) as string[]).toSorted(),
    write: (value) => ({ [name]: value }),
    merge: (actual, desired) =>
      [...new Set([...(actual as string[]), ...(desired as string[])])].toSorted(),
  };
}

/** A choice: read as `{value, label}`, written as the value. */
export function choice(name: string): FieldCodec {
  return {
    read: (object) => jsonOf((object[name] as { readonly value?: Json } | null)?.value),
    write: (value) => ({ [name]: value }),
  };
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
    references: kind,
    ...(isDeferred ? { isDeferred } : {}),
    read: (object) => {
      const brief = object[name] as NetBoxObject | null | undefined;
      return brief ? keyOf(brief) : null;
    },
    write: (value, resolveId) => ({
      [name]: typeof value === "string" ? resolveId(kind, value) : null,
    }),
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
    references: kind,
    read: (object) =>
      object[typeField] === objectType && object[objectField]
        ? keyOf(object[objectField] as NetBoxObject)
        : null,
    write: (value, resolveId) => ({
      [typeField]: typeof value === "string" ? objectType : null,
      [idField]: typeof value === "string" ? resolveId(kind, value) : null,
    }),
  };
}

/** Tags as the sorted list of their slugs. Writing replaces all tags of the object. */
export const tags: FieldCodec = {
  read: (object) => slugsOf(object).toSorted(),
  write: (value) => ({ tags: (value as readonly string[]).map((slug) => ({ slug })) }),
};

function slugsOf({ tags: found }: NetBoxObject): readonly string[] {
  return ((found ?? []) as readonly { readonly slug: string }[]).map(({ slug }) => slug);
}

function jsonOf(value: unknown): Json {
  return (value ?? null) as Json;
}
