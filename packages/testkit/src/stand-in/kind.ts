import type { Row, Store } from "./store.ts";
import type { Text } from "./text.ts";

/** What reading and writing a field may need besides its value. */
export interface Context {
  readonly store: Store;
  readonly kinds: readonly Kind[];
  /** `http://127.0.0.1:PORT/netbox` */
  readonly baseUrl: string;
}

/** Where a value comes from or goes to. */
export interface Place extends Context {
  readonly kind: Kind;
}

/** One field of a kind: how it is written and how it is answered. */
export interface Field {
  /** Stored when a new object does not name the field. */
  readonly initial: unknown;
  readonly isRequired?: true;
  /** Not written: a value sent for it is dropped in silence, as NetBox does. */
  readonly isReadOnly?: true;
  /** Turns what was sent into what is stored; throws a `FieldRefusal`. */
  readonly parse?: (sent: unknown, place: Place, before: unknown) => unknown;
  /** Turns what is stored into what is answered. */
  readonly render?: (stored: unknown, place: Place, row: Row) => unknown;
}

/** Everything that the stand-in knows about one kind of object. */
export interface Kind {
  /** `dcim/sites/` */
  readonly path: string;
  /** `dcim.site` */
  readonly objectType: string;
  /** Django's name for it, as 404 answers have it: `DeviceType`. */
  readonly model: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The fields of its brief form. */
  readonly brief: readonly string[];
  readonly display: (values: Row["values"]) => string;
  /** What NetBox orders it by when nobody asks: lists, and the answer of a bulk PATCH. */
  readonly order: (row: Row) => readonly (string | number)[];
  /** Fields with a unique index, and the words with which NetBox speaks of it. */
  readonly unique?: { readonly noun: Text; readonly fields: Readonly<Record<string, Text>> };
  /** Rules over the object as a whole, checked once its fields are fine; throws a `Refusal`. */
  readonly check?: (row: Pick<Row, "values"> & { readonly id?: number }, place: Place) => void;
  /** Devices are made one by one, so that only the first bad one is reported. */
  readonly isMadeOneByOne?: true;
}
