import type { Fields } from "@multipass-netbox/core";
import type { Endpoint, Filters, NetBoxClient } from "@multipass-netbox/netbox-client";
import type * as z from "zod";
import type { Dependents } from "./dependents.ts";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";

/** What the seeder asks of a client's endpoint, whatever the kind. */
type SeedEndpoint = Pick<
  Endpoint<NetBoxObject, NetBoxObject>,
  "path" | "fields" | "writable" | "list" | "iterate" | "create" | "update" | "delete"
>;

/** An entry of a seed file after its schema: plain data. */
export type SeedEntry = Readonly<Record<string, unknown>>;

/** Which objects a read asks for: those of these entries. */
export interface Wanted {
  readonly entries: readonly SeedEntry[];
  /** Ids of the objects of {@link SeedKind.readsAfter} that NetBox holds under these keys. */
  readonly idsOf: (kind: KindName, keys: readonly string[]) => readonly number[];
}

/** Everything the seeder knows about one kind of object. Data and pure functions only. */
export interface SeedKind {
  readonly name: KindName;
  /** The word for it in seed files, as in NetBox's API: `ip-addresses`. */
  readonly collection: string;
  /** NetBox's word for it in custom fields and tags: `ipam.ipaddress`. */
  readonly objectType: string;
  /** One entry of a seed file. */
  readonly schema: z.ZodObject;
  readonly endpoint: (client: NetBoxClient) => SeedEndpoint;
  readonly fields: Readonly<Record<string, FieldCodec>>;
  /** The natural key of an entry, and of an object that NetBox answered. */
  readonly entryKey: (entry: SeedEntry) => string;
  readonly objectKey: (object: NetBoxObject) => string;
  /** What makes two keys the same object, where that is not the whole key. */
  readonly identity?: (key: string) => string;
  /** Fields whose values NetBox takes once besides the key, together, whatever their case. */
  readonly uniqueTogether?: readonly string[];
  /** Fields in which an object that is not ours must agree before it may be adopted. */
  readonly anchors?: readonly string[];
  /** The desired fields of an entry by name, where they are not simply the entry's own. */
  readonly desired?: (entry: SeedEntry) => SeedEntry;
  /** The entry that desires these fields, as far as a seed file has words for them. */
  readonly toEntry: (fields: Fields) => SeedEntry;
  /** Custom fields that stand behind other fields and don't show in a plan. */
  readonly hiddenCustomFields?: readonly string[];
  /**
   * The kind whose ids the filters ask for, read before this one: NetBox answers 400 to the name of
   * a device that does not exist.
   */
  readonly readsAfter?: KindName;
  /** The filters that find the wanted objects; undefined when there can't be any. */
  readonly filters: (wanted: Wanted) => Filters | undefined;
  /** Filters of the objects that the kind describes at all: addresses of no VRF, for one. */
  readonly within?: Filters;
  /** The lists of objects that NetBox deletes or unlinks along with one of this kind. */
  readonly dependents?: readonly Dependents[];
  /** Whether the seeder made the object, and the fields that say so on one that it makes. */
  readonly isOwned: (object: NetBoxObject) => boolean;
  readonly ownerFields: (existing?: NetBoxObject) => Fields;
}
