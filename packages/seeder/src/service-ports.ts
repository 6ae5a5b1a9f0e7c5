import type { NetBoxObject } from "./field-codec.ts";

/**
 * Stands where NetBox insists on a port and there is none. The custom field `listens` says so,
 * and in a plan such a service has no ports: the placeholder is seen by NetBox alone.
 */
const placeholder = "tcp/1";

/** The ports of a service as `tcp/3000`, sorted; none where it listens on nothing. */
export function readPortMappings(service: NetBoxObject): readonly string[] {
  return listens(service) ? (service["port_mappings"] as readonly string[]).toSorted() : [];
}

/** What NetBox is told: the ports, or the placeholder. */
export function writePortMappings(mappings: readonly string[]): readonly string[] {
  return mappings.length === 0 ? [placeholder] : mappings;
}

function listens({ custom_fields: values }: NetBoxObject): boolean {
  return (values as { readonly listens?: boolean | null } | undefined)?.listens !== false;
}
