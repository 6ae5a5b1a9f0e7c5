import type { Behaviours } from "./behaviours.ts";
import type { JsonObject } from "./json-object.ts";
import { NetBoxError } from "./netbox-error.ts";

/** Writes `port_mappings` as the one protocol and its ports that NetBox before 4.7 knows. */
export function encodePortMappings(
  body: { readonly port_mappings?: readonly string[] | undefined },
  { servicePorts }: Behaviours,
): JsonObject {
  const { port_mappings: mappings, ...rest } = body;
  if (mappings === undefined || servicePorts === "port-mappings") {
    return body;
  }
  const pairs = mappings.map((mapping) => mapping.split("/"));
  const protocols = [...new Set(pairs.map(([protocol]) => protocol))];
  if (protocols.length > 1) {
    throw new NetBoxError(
      "NETBOX_VALIDATION",
      `this NetBox knows one protocol per service, not ${mappings.join(" and ")}`,
      { hint: "Write two services, or use NetBox 4.7." },
    );
  }
  return { ...rest, protocol: protocols[0], ports: pairs.map(([, port]) => Number(port)) };
}

/** Reads either form; leaves an object that already has `port_mappings` alone. */
export function decodePortMappings(object: JsonObject): JsonObject {
  const { protocol, ports } = object as {
    readonly protocol?: { readonly value: string } | null;
    readonly ports?: readonly number[] | null;
  };
  if (object["port_mappings"] !== undefined || !protocol || !ports) {
    return object;
  }
  return { ...object, port_mappings: ports.map((port) => `${protocol.value}/${port}`) };
}
