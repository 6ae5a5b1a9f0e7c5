import { type Fields, MultipassError } from "@multipass-netbox/core";
import { identityOf } from "./desired-object.ts";
import type { NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";
import { readFields } from "./object-codec.ts";
import type { SeedKind } from "./seed-kind.ts";

/** An object that NetBox holds. */
export interface FoundObject {
  readonly id: number;
  readonly key: string;
  /** Whether the seeder made or adopted it. */
  readonly isOwned: boolean;
  readonly fields: Fields;
  /** The fields that would make it ours. */
  readonly ownerFields: Fields;
}

/** What NetBox holds of the objects that were asked for, by kind and identity. */
export class Inventory {
  readonly #objects = new Map<string, FoundObject[]>();

  /** Adds an object as NetBox answered it; a newer answer replaces an older one. */
  add(kind: SeedKind, object: NetBoxObject): void {
    const key = kind.objectKey(object);
    const name = nameOf(kind.name, identityOf(kind, key));
    const found = {
      id: Number(object["id"]),
      key,
      isOwned: kind.isOwned(object),
      fields: readFields(kind, object),
      ownerFields: kind.ownerFields(object),
    };
    const others = this.find(kind.name, identityOf(kind, key)).filter(({ id }) => id !== found.id);
    this.#objects.set(name, [...others, found]);
  }

  /** Every object of that identity: none, one, or several where NetBox allows it. */
  find(kind: KindName, identity: string): readonly FoundObject[] {
    return this.#objects.get(nameOf(kind, identity)) ?? [];
  }

  /** The database id of the object with that natural key; throws when NetBox holds none. */
  idOf(kind: SeedKind, key: string): number {
    const [found] = this.find(kind.name, identityOf(kind, key));
    if (!found) {
      throw new MultipassError("INTERNAL", `${kind.name} ${key} was needed before it was made`);
    }
    return found.id;
  }
}

function nameOf(kind: KindName, identity: string): string {
  return `${kind} ${identity}`;
}
