import type { Connection } from "./connection.ts";
import { createEndpoint, type Endpoint } from "./endpoint.ts";
import type { Resource } from "./resource.ts";
import { resources } from "./resources.ts";

type EndpointOf<R> = R extends Resource<infer Read, infer Write> ? Endpoint<Read, Write> : never;

/** An endpoint for each kind that has types, under the name of its list in NetBox's API. */
export type Endpoints = {
  readonly [Name in keyof typeof resources]: EndpointOf<(typeof resources)[Name]>;
};

/** Binds every resource to a connection. */
export function bindEndpoints(connection: Connection): Endpoints {
  const bound = Object.entries(resources).map(([name, resource]) => [
    name,
    createEndpoint(connection, resource as Resource<unknown, unknown>),
  ]);
  return Object.fromEntries(bound) as Endpoints;
}
