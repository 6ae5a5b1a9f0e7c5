import type { Fields } from "@multipass-netbox/core";
import type { BulkAnswer, Filters, NetBoxClient } from "@multipass-netbox/netbox-client";
import type * as z from "zod";
import type { FieldCodec, NetBoxObject } from "./field-codec.ts";
import type { KindName } from "./kind-name.ts";

/** What the seeder asks of a client's endpoint, whatever the kind. */
interface SeedEndpoint {
  list(filters: Filters): Promise<readonly NetBoxObject[]>;
  create(bodies: readonly NetBoxObject[]): Promise<BulkAnswer<NetBoxObject>>;
  update(
    changes: readonly (NetBoxObject & { readonly id: number })[],
  ): Promise<BulkAnswer<NetBoxObject>>;
}

/** An entry of a seed file after its schema: plain data. */
export type SeedEntry = Readonly<Record<string, unknown>>;

/** Which objects a read asks for: those of these entries, with the ids of their devices. */
export interface Wanted {
  readonly entries: readonly SeedEntry[];
  /** Ids of the devices that the entries name and NetBox holds. */
  readonly deviceIds: readonly number[];
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
  /** The desired fields of an entry, where they are not simply the entry's own. */
  readonly desired?: (entry: SeedEntry) => Fields;
  /** The filters that find the wanted objects; undefined when there can't be any. */
  readonly filters: (wanted: Wanted) => Filters | undefined;
  /** Whether the seeder made the object, and the fields that say so on one that it makes. */
  readonly isOwned: (object: NetBoxObject) => boolean;
  readonly ownerFields: (existing?: NetBoxObject) => Fields;
}
