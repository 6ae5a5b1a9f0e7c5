import type { NetBoxObject } from "../field-codec.ts";
import type { FoundObject } from "../inventory.ts";
import type { SeedEntry, SeedKind } from "../seed-kind.ts";
import type { Omission } from "./omission.ts";

/** An object of NetBox on its way to an entry of a seed file. */
export interface Draft {
  readonly kind: SeedKind;
  /** As NetBox answered it. */
  readonly object: NetBoxObject;
  readonly found: FoundObject;
  /** What the file would say of it. */
  readonly entry: SeedEntry;
  /** What NetBox has of it and the entry does not say. */
  readonly unsaid: readonly UnsaidField[];
  /** Why there is no entry after all; undefined while there is one. */
  readonly reason?: string;
}

/** A field that is left out. */
export type UnsaidField = Required<Pick<Omission, "field" | "reason">>;

/** What is wrong with a draft. */
export interface Fault {
  /** The field of the entry, and the place in it; empty where it is the whole object. */
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** A fault whose message may begin with the name of its field, as in errors about files. */
export function buildFault(path: readonly PropertyKey[], message: string): Fault {
  const prefix = `${String(path.findLast((part) => typeof part === "string"))}: `;
  return { path, reason: message.startsWith(prefix) ? message.slice(prefix.length) : message };
}
