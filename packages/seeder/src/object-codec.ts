import type { Fields, Json } from "@multipass-netbox/core";
import { customFieldName, flattenCustomFields } from "./desired-object.ts";
import type { NetBoxObject, ResolveId } from "./field-codec.ts";
import type { SeedKind } from "./seed-kind.ts";

/** All fields of an object in NetBox that the seeder knows, in the words of a plan. Pure. */
export function readFields(kind: SeedKind, object: NetBoxObject): Fields {
  const fields = Object.entries(kind.fields).map(([name, codec]) => [name, codec.read(object)]);
  const custom = (object["custom_fields"] ?? {}) as Readonly<Record<string, unknown>>;
  const values = Object.entries(custom).map(([name, value]) => [name, readCustomField(value)]);
  return {
    ...(Object.fromEntries(fields) as Fields),
    ...flattenCustomFields({ custom_fields: Object.fromEntries(values) as Fields }),
  };
}

/** A request body that sets the given fields. Pure but for the ids that it asks for. */
export function writeFields(kind: SeedKind, fields: Fields, resolveId: ResolveId): NetBoxObject {
  const custom: Record<string, Json> = {};
  let body: NetBoxObject = {};
  for (const [field, value] of Object.entries(fields)) {
    const name = customFieldName(field);
    if (name === undefined) {
      body = { ...body, ...codecOf(kind, field).write(value, resolveId) };
    } else {
      custom[name] = value;
    }
  }
  return Object.keys(custom).length === 0 ? body : { ...body, custom_fields: custom };
}

function codecOf(kind: SeedKind, field: string): SeedKind["fields"][string] {
  const codec = kind.fields[field];
  if (!codec) {
    throw new TypeError(`${kind.name} has no field ${field}`);
  }
  return codec;
}

// NetBox 4.7 reads a selection as {value, label} and takes the value alone.
function readCustomField(value: unknown): Json {
  const isSelection = typeof value === "object" && value !== null && "value" in value;
  return ((isSelection ? value.value : value) ?? null) as Json;
}
