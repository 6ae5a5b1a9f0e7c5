import { type NetBoxClient, resources } from "@multipass-netbox/netbox-client";
import { listExchangeNames, loadExchange, type RecordedVersion } from "@multipass-netbox/testkit";
import type { NetBoxObject } from "../src/field-codec.ts";
import { kinds } from "../src/kinds.ts";
import type { SeedKind } from "../src/seed-kind.ts";

/** An object as a real NetBox answered it, whole. */
export interface RecordedObject {
  readonly kind: SeedKind;
  readonly object: NetBoxObject;
}

/** Every object of a kind of ours in the recorded answers of a version, each time that it is there. */
export function listRecordedObjects(version: RecordedVersion): readonly RecordedObject[] {
  return listExchangeNames(version).flatMap((name) => {
    const { request, response } = loadExchange(version, name);
    const kind = kinds.find((one) => isWholeOf(one, request.path));
    return kind && response.body !== null && response.status < 300
      ? objectsIn(response.body).map((object) => ({
          kind,
          object: resourceOf(kind).decode(object),
        }))
      : [];
  });
}

function isWholeOf(kind: SeedKind, path: string): boolean {
  const { pathname, search } = new URL(path, "http://netbox.test");
  const [, below = ""] = pathname.split("/api/");
  return (
    /^\d*\/?$/.test(below.replace(resourceOf(kind).path, "")) && !/brief|fields|omit/.test(search)
  );
}

function objectsIn(body: unknown): readonly NetBoxObject[] {
  const { results } = (body ?? {}) as { readonly results?: unknown };
  return [(results ?? body) as NetBoxObject | readonly NetBoxObject[]].flat();
}

/** What the client knows of the kind: its endpoints have the names of its resources. */
function resourceOf(kind: SeedKind) {
  return kind.endpoint(resources as unknown as NetBoxClient) as unknown as {
    readonly path: string;
    readonly decode: (object: NetBoxObject) => NetBoxObject;
  };
}
