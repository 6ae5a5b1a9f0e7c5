import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { kinds } from "./kinds.ts";
import type { Orphan } from "./orphan.ts";
import type { PlannedIds } from "./planned-ids.ts";

/** Objects that carry a tag which the plan deletes: it goes from all of them. */
export async function loadTagged(
  client: NetBoxClient,
  slug: string,
  planned: PlannedIds,
): Promise<readonly Orphan[]> {
  const tagged = client.endpoint("extras/tagged-objects/").iterate({ tag: slug });
  const orphans: Orphan[] = [];
  for await (const { object_type: type, object_id: id, display } of tagged) {
    const kind = kinds.find(({ objectType }) => objectType === type);
    if (!kind || !planned.isSettled(kind.name, Number(id), (field) => field === "tags")) {
      const loss = `the mark on ${String(type)} ${String(display)}`;
      orphans.push({ cause: `tag ${slug}`, loss, effect: "deleted" });
    }
  }
  return orphans;
}
