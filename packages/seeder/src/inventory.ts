import { type Fields, MultipassError } from "@multipass-netbox/core";
import { identityOf } from "./desired-object.ts";
import type { NetBoxObject } from "./field-codec.ts";
import { kindOf } from "./kinds.ts";
import type { KindName } from "./kind-name.ts";
import { readFields } from "./object-codec.ts";
import type { OtherFields } from "./other-fields.ts";
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
  /** What else it holds; undefined where that was not read. */
  readonly rest?: OtherFields;
}

/** What NetBox holds of the objects that were asked for, by kind and identity. */
export class Inventory {
  readonly #objects = new Map<string, FoundObject[]>();
  readonly #byId = new Map<string, FoundObject>();

  /** Adds an object as NetBox answered it; a newer answer replaces an older one. */
  add(kind: SeedKind, object: NetBoxObject, rest?: OtherFields): FoundObject {
    const found: FoundObject = {
      kind: kind.name,
      id: Number(object["id"]),
      key: kind.objectKey(object),
      lastUpdated: timeOf(object),
      isOwned: kind.isOwned(object),
      fields: readFields(kind, object),
      ownerFields: kind.ownerFields(object),
      ...(rest ? { rest } : {}),
    };
    this.#forget(kind.name, found.id);
    const name = nameOf(kind.name, identityOf(kind, found.key));
    this.#objects.set(name, [...(this.#objects.get(name) ?? []), found]);
    this.#byId.set(`${kind.name} ${found.id}`, found);
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

  /** The object of that id, or undefined. */
  findById(kind: KindName, id: number): FoundObject | undefined {
    return this.#byId.get(`${kind} ${id}`);
  }

  /**
   * The one object with that natural key. Throws when NetBox holds none, and `SEED_CONFLICT` when
   * it holds several: one of them may be somebody else's.
   */
  foundAt(kind: SeedKind, key: string): FoundObject {
    const [found, ...others] = this.find(kind.name, identityOf(kind, key));
    if (!found) {
      throw new MultipassError("INTERNAL", `${kind.name} ${key} was needed before it was made`);
    }
    if (others.length > 0) {
      throw new MultipassError("SEED_CONFLICT", describeTwins([found, ...others]), {
        hint: "Which one is meant? Delete or rename the ones too many in NetBox.",
      });
    }
    return found;
  }

  /** Its database id. */
  idOf(kind: SeedKind, key: string): number {
    return this.foundAt(kind, key).id;
  }

  /** Everything there is. */
  all(): readonly FoundObject[] {
    return [...this.#byId.values()];
  }

  #forget(kind: KindName, id: number): void {
    const old = this.findById(kind, id);
    if (old) {
      const name = nameOf(kind, identityOf(kindOf(kind), old.key));
      this.#objects.set(name, this.#objects.get(name)?.filter((one) => one !== old) ?? []);
    }
  }
}

/** `device web exists 2 times (ids 4, 9)`. Pure. */
export function describeTwins(twins: readonly Pick<FoundObject, "kind" | "key" | "id">[]): string {
  const ids = twins.map(({ id }) => id).join(", ");
  return `${twins[0]?.kind} ${twins[0]?.key} exists ${twins.length} times (ids ${ids})`;
}

function timeOf({ last_updated: time }: NetBoxObject): string | undefined {
  return typeof time === "string" ? time : undefined;
}

function nameOf(kind: KindName, identity: string): string {
  return `${kind} ${identity}`;
}
