import type { Fields, Json } from "@multipass-netbox/core";
import { customFieldName, flattenCustomFields } from "./desired-object.ts";
import type { FieldCodec, NetBoxObject, Resolvers } from "./field-codec.ts";
import type { SeedKind } from "./seed-kind.ts";

/** All fields of an object in NetBox that the seeder knows, in the words of a plan. Pure. */
export function readFields(kind: SeedKind, object: NetBoxObject): Fields {
  const fields = Object.entries(kind.fields).map(([name, codec]) => [name, codec.read(object)]);
  const custom = (object["custom_fields"] ?? {}) as Readonly<Record<string, unknown>>;
  const values = Object.entries(custom)
    .filter(([name]) => !kind.hiddenCustomFields?.includes(name))
    .map(([name, value]) => [name, readCustomField(value)]);
  return {
    ...(Object.fromEntries(fields) as Fields),
    ...flattenCustomFields({ custom_fields: Object.fromEntries(values) as Fields }),
  };
}

/**
 * A request body that sets the given fields. Pure but for the ids and secrets that it asks for.
 * What several fields say of custom fields is put together.
 */
export function writeFields(kind: SeedKind, fields: Fields, resolvers: Resolvers): NetBoxObject {
  return Object.entries(fields)
    .map(([field, value]) => {
      const name = customFieldName(field);
      return name === undefined
        ? codecOf(kind, field).write(value, resolvers)
        : { custom_fields: { [name]: value } };
    })
    .reduce(mergeBodies, {});
}

function mergeBodies(body: NetBoxObject, part: NetBoxObject): NetBoxObject {
  const custom = {
    ...(body["custom_fields"] as NetBoxObject | undefined),
    ...(part["custom_fields"] as NetBoxObject | undefined),
  };
  return {
    ...body,
    ...part,
    ...(Object.keys(custom).length === 0 ? {} : { custom_fields: custom }),
  };
}

function codecOf(kind: SeedKind, field: string): FieldCodec {
  const codec = kind.fields[field];
  if (!codec) {
    throw new TypeError(`${kind.name} has no field ${field}`);
  }
  return codec;
}

// NetBox 4.7 reads a selection as {value, label} and takes the value alone.
function readCustomField(value: unknown): Json {
  return Array.isArray(value) ? value.map(readSelection) : readSelection(value);
}

function readSelection(value: unknown): Json {
  const isSelection =
    typeof value === "object" && value !== null && "value" in value && "label" in value;
  return ((isSelection ? value.value : value) ?? null) as Json;
}
