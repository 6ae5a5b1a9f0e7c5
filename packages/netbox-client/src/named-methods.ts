import type { AvailableIp } from "./available-ips.ts";
import { type AvailableIpsOptions, listAvailableIps } from "./allocate-ips.ts";
import type { Endpoints } from "./bind-endpoints.ts";
import type { Connection } from "./connection.ts";
import type { Filters } from "./query.ts";
import { type SearchHits, searchObjects, type SearchOptions } from "./search.ts";

/** A service as task 9 of the agency's document describes it. */
export interface NewService {
  readonly deviceId: number;
  readonly name: string;
  /** 1 to 65535, at least one. */
  readonly ports: readonly number[];
  /** Default tcp. */
  readonly protocol?: "tcp" | "udp" | "sctp" | undefined;
  readonly description?: string | undefined;
}

/** An address to be made by name. */
export interface NewIpAddress {
  /** With its mask: `192.168.1.20/24`. */
  readonly address: string;
  readonly tenantId?: number | undefined;
  readonly description?: string | undefined;
}

/** The methods by which people and agents ask for what they mostly need; each is one endpoint's. */
export function bindNamedMethods(connection: Connection, endpoints: Endpoints) {
  const { devices, services, prefixes, ipAddresses, tenants } = endpoints;
  return {
    listDevices: (filters: Filters = {}) => devices.list(filters),
    getDevice: (id: number) => devices.get(id),
    /** The services of one device, or of all. */
    listServices: (deviceId?: number) =>
      services.list(deviceId === undefined ? {} : { device_id: deviceId }),
    /** The prefixes of one site, or all. */
    listPrefixes: (siteId?: number) =>
      prefixes.list(siteId === undefined ? {} : { site_id: siteId }),
    /** {@link listAvailableIps} */
    getPrefixAvailableIps: (
      prefixId: number,
      options?: AvailableIpsOptions,
    ): Promise<readonly AvailableIp[]> => listAvailableIps(connection, prefixId, options),
    listIpAddresses: (filters: Filters = {}) => ipAddresses.list(filters),
    createService: async (service: NewService) =>
      first((await services.create([serviceBody(service)])).objects),
    createIpAddress: async (address: NewIpAddress) =>
      first((await ipAddresses.create([addressBody(address)])).objects),
    /** {@link searchObjects} */
    search: (text: string, options?: SearchOptions): Promise<readonly SearchHits[]> =>
      searchObjects(connection, text, options),
    listTenants: (filters: Filters = {}) => tenants.list(filters),
  };
}

function serviceBody({ deviceId, name, ports, protocol = "tcp", description }: NewService) {
  return {
    name,
    parent_object_type: "dcim.device" as const,
    parent_object_id: deviceId,
    port_mappings: ports.map((port) => `${protocol}/${port}`),
    ...(description === undefined ? {} : { description }),
  };
}

function addressBody({ address, tenantId, description }: NewIpAddress) {
  return {
    address,
    ...(tenantId === undefined ? {} : { tenant: tenantId }),
    ...(description === undefined ? {} : { description }),
  };
}

function first<T>([object]: readonly T[]): T {
  // A bulk request that did not make everything throws.
  return object as T;
}
