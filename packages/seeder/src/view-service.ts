import type { NetBoxObject } from "./field-codec.ts";
import { readPortMappings } from "./service-ports.ts";

/** A service as people and agents should see it. */
export interface ServiceView {
  readonly name: string;
  /** Name of the container that serves it; null where NetBox does not say. */
  readonly container: string | null;
  /** `tcp/3000`; empty where it listens on nothing. */
  readonly ports: readonly string[];
  /** Whether the ports are published on the host; null where NetBox does not say. */
  readonly published: boolean | null;
  readonly description: string;
}

/**
 * Reads a service of NetBox through the custom fields that the seeder keeps: the placeholder
 * port of a container that listens on nothing does not appear. Pure.
 */
export function viewService(service: NetBoxObject): ServiceView {
  const custom = (service["custom_fields"] ?? {}) as {
    readonly container?: string | null;
    readonly published?: boolean | null;
  };
  return {
    name: String(service["name"]),
    container: custom.container ?? null,
    ports: readPortMappings(service),
    published: custom.published ?? null,
    description: String(service["description"]),
  };
}
