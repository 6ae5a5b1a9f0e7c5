import { type Fields, MultipassError } from "@multipass-netbox/core";
import { identityOf } from "./desired-object.ts";
import type { NetBoxObject } from "./field-codec.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import { readFields } from "./object-codec.ts";
import type { SeedKind } from "./seed-kind.ts";

/** An object that NetBox holds. */
export interface FoundObject {
  readonly kind: KindName;
  readonly id: number;
  readonly key: string;
  /** When it was last changed, as NetBox said it; undefined for kinds that don't tell. */
  readonly lastUpdated: string | undefined;
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
  add(kind: SeedKind, object: NetBoxObject): FoundObject {
    const key = kind.objectKey(object);
    const name = nameOf(kind.name, identityOf(kind, key));
    const found: FoundObject = {
      kind: kind.name,
      id: Number(object["id"]),
      key,
      lastUpdated: timeOf(object),
      isOwned: kind.isOwned(object),
      fields: readFields(kind, object),
      ownerFields: kind.ownerFields(object),
    };
    const others = this.find(kind.name, identityOf(kind, key)).filter(({ id }) => id !== found.id);
    this.#objects.set(name, [...others, found]);
    return found;
  }

  /** Every object of that identity: none, one, or several where NetBox allows it. */
  find(kind: KindName, identity: string): readonly FoundObject[] {
    return this.#objects.get(nameOf(kind, identity)) ?? [];
  }

  /** The same by a whole key. */
  findByKey(kind: KindName, key: string): readonly FoundObject[] {
    return this.find(kind, identityOf(kindOf(kind), key));
  }

  /** The object with that natural key; throws when NetBox holds none. */
  foundAt(kind: SeedKind, key: string): FoundObject {
    const [found] = this.find(kind.name, identityOf(kind, key));
    if (!found) {
      throw new MultipassError("INTERNAL", `${kind.name} ${key} was needed before it was made`);
    }
    return found;
  }

  /** Its database id. */
  idOf(kind: SeedKind, key: string): number {
    return this.foundAt(kind, key).id;
  }

  /** Everything there is. */
  all(): readonly FoundObject[] {
    return [...this.#objects.values()].flat();
  }
}

function timeOf({ last_updated: time }: NetBoxObject): string | undefined {
  return typeof time === "string" ? time : undefined;
}

function nameOf(kind: KindName, identity: string): string {
  return `${kind} ${identity}`;
}
