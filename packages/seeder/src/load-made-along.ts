import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { splitIds } from "./split-ids.ts";

/** Objects of one list. */
export interface Listed {
  readonly path: string;
  readonly ids: readonly number[];
}

/**
 * Those of the objects that NetBox made along with others in one of these requests, such as the
 * interfaces that a device type gives to a device, and that nobody has changed since.
 */
export async function loadMadeAlong(
  client: NetBoxClient,
  { path, ids }: Listed,
  requestIds: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
  const along = new Set<number>();
  if (requestIds.size === 0) {
    return along;
  }
  for (const part of splitIds(ids)) {
    const changes = await client.objectChanges.list({ changed_object_id: part });
    // Objects of other kinds have the same ids.
    const here = changes.filter(({ changed_object: object }) =>
      String(object?.["url"]).includes(`/api/${path}`),
    );
    for (const [id, history] of Map.groupBy(here, (change) => change.changed_object_id)) {
      const isOurs = history.every(({ request_id: request }) => requestIds.has(request));
      if (isOurs && history[0]?.action.value === "create") {
        along.add(id);
      }
    }
  }
  return along;
}
