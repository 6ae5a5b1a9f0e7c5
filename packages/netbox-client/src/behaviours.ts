/**
 * What differs between the NetBox versions that we speak with, decided once per client.
 * docs/compatibility.md is this table with the test for each cell.
 */
export interface Behaviours {
  /** How a service's ports are written: `protocol` with `ports`, or `port_mappings`. */
  readonly servicePorts: "protocol-and-ports" | "port-mappings";
  /** Whether a list can be followed by `start`, the lowest id of the next page. */
  readonly hasCursor: boolean;
  /** Whether a write can be bound to ETags by If-Match; older ones ignore it. */
  readonly hasIfMatch: boolean;
  /** Whether a bulk request names the ids that don't exist; older ones drop them in silence. */
  readonly reportsUnknownIds: boolean;
  /** Whose word counts when a token is made: the client's own, or a random one answered once. */
  readonly tokenMadeBy: "client" | "server";
}

/** The behaviours of a version as the `API-Version` header gives it, for example `4.5`. */
export function behavioursOf(apiVersion: string): Behaviours {
  const [major = 0, minor = 0] = apiVersion.split(".").map(Number);
  const isAtLeast = (wanted: number): boolean => major > 4 || (major === 4 && minor >= wanted);
  return {
    servicePorts: isAtLeast(7) ? "port-mappings" : "protocol-and-ports",
    hasCursor: isAtLeast(6),
    hasIfMatch: isAtLeast(6),
    reportsUnknownIds: isAtLeast(7),
    tokenMadeBy: isAtLeast(7) ? "server" : "client",
  };
}
