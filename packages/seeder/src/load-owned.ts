import type { NetBoxClient } from "@multipass-netbox/netbox-client";
import { Inventory } from "./inventory.ts";
import { kinds } from "./kinds.ts";
import { readOtherFields } from "./other-fields.ts";
import { ownerTag } from "./ownership.ts";
import { readOptions } from "./read-options.ts";
import type { SeedKind } from "./seed-kind.ts";

/**
 * Everything in NetBox that is ours, with all its fields, whatever the seed files hold: one
 * filtered list per kind.
 * Safe to repeat.
 */
export async function loadOwned(client: NetBoxClient): Promise<Inventory> {
  const inventory = new Inventory();
  // NetBox answers 400 to a tag that does not exist.
  const hasTag = (await client.tags.count({ slug: ownerTag.slug })) > 0;
  const load = async (kind: SeedKind): Promise<void> => {
    const isTagged = "tags" in kind.fields;
    if (isTagged && !hasTag) {
      return;
    }
    const filters = { ...kind.within, ...(isTagged ? { tag: ownerTag.slug } : {}) };
    const endpoint = kind.endpoint(client);
    const options = readOptions(kind, client, endpoint.writable);
    for await (const object of endpoint.iterate(filters, options)) {
      if (kind.isOwned(object)) {
        inventory.add(kind, object, readOtherFields(kind, object, endpoint.writable));
      }
    }
  };
  await Promise.all(kinds.map(load));
  return inventory;
}
