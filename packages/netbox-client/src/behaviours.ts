/**
 * What differs between the NetBox versions that we speak with, decided once per client.
 * docs/compatibility.md is this table with the test for each cell.
 */
export interface Behaviours {
  /** How a service's ports are written: `protocol` with `ports`, or `port_mappings`. */
  readonly servicePorts: "protocol-and-ports" | "port-mappings";
}

/** The behaviours of a version as the `API-Version` header gives it, for example `4.5`. */
export function behavioursOf(apiVersion: string): Behaviours {
  const [major = 0, minor = 0] = apiVersion.split(".").map(Number);
  const hasPortMappings = major > 4 || (major === 4 && minor >= 7);
  return { servicePorts: hasPortMappings ? "port-mappings" : "protocol-and-ports" };
}
