import type { Json } from "@multipass-netbox/core";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import { listOf } from "./field-codecs.ts";

/**
 * Stands where NetBox insists on a port and there is none. The custom field `listens` says so,
 * and in a plan such a service has no ports: the placeholder is seen by NetBox alone.
 */
const placeholder = "tcp/1";

/** The custom field that says of a service that it has no port. Nothing is said of the others. */
export const listensField = "listens";

/** The ports of a service as `tcp/3000`, sorted; none where it listens on nothing. */
export const portMappings: FieldCodec = {
  names: ["port_mappings", "custom_fields"],
  read: readPortMappings,
  write: writePortMappings,
  fromEntry: (value) => [...new Set(listOf(value))].toSorted(),
};

/** The ports of a service that NetBox answered. */
export function readPortMappings(service: NetBoxObject): readonly string[] {
  return listens(service) ? listOf(service["port_mappings"]).toSorted() : [];
}

function writePortMappings(value: Json): NetBoxObject {
  const mappings = listOf(value);
  return mappings.length === 0
    ? { port_mappings: [placeholder], custom_fields: { [listensField]: false } }
    : { port_mappings: mappings, custom_fields: { [listensField]: null } };
}

function listens({ custom_fields: values }: NetBoxObject): boolean {
  return (values as NetBoxObject | undefined)?.[listensField] !== false;
}
