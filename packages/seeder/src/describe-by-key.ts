import { type DesiredObject, identityOf } from "./desired-object.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import type { SeedEntry } from "./seed-kind.ts";

/**
 * The object of a natural key of which nothing else is wanted, and before it those that its key
 * names, such as the device of an interface: NetBox is asked by their ids. Enough to look it up.
 * Pure.
 */
export function describeByKey(kind: KindName, key: string): readonly DesiredObject[] {
  const entry = entryOf(kind, key);
  const { fields } = kindOf(kind);
  const named = Object.entries(entry).flatMap(([name, value]) => {
    const other = fields[name]?.references;
    return other === undefined ? [] : describeByKey(other, String(value));
  });
  return [...named, { kind, key, identity: identityOf(kindOf(kind), key), entry, fields: {} }];
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
    case "token":
      return { user: head, description: rest };
    case "ip-range":
      return { start_address: key.split("-")[0] };
    case "journal-entry":
      return subjectOf(key);
    default:
      return { slug: key, name: key, prefix: key, address: key, username: key };
  }
}

// `site home: moved here`
function subjectOf(key: string): SeedEntry {
  const { field = "", subject = "" } = /^(?<field>\w+) (?<subject>.+?): /s.exec(key)?.groups ?? {};
  return { [field]: subject };
}
