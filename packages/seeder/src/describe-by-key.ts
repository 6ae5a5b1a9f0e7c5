import { type DesiredObject, identityOf } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import type { SeedEntry } from "./seed-kind.ts";

/** The object of a natural key of which nothing else is wanted: enough to look it up. Pure. */
export function describeByKey(kind: KindName, key: string): DesiredObject {
  return {
    kind,
    key,
    identity: identityOf(kindOf(kind), key),
    entry: entryOf(kind, key),
    fields: {},
  };
}

// Whatever the kind calls its key, it finds it here.
function entryOf(kind: KindName, key: string): SeedEntry {
  const slash = key.indexOf("/");
  const [head, rest] = [key.slice(0, slash), key.slice(slash + 1)];
  switch (kind) {
    case "interface":
    case "service":
      return { device: head, name: rest };
    case "rack":
      return { site: head, name: rest };
    default:
      return { slug: key, name: key, prefix: key, address: key, username: key };
  }
}
