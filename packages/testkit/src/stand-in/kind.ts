import type { Row, Store } from "./store.ts";
import type { Text } from "./text.ts";

/** What reading and writing a field may need besides its value. */
export interface Context {
  readonly store: Store;
  readonly kinds: readonly Kind[];
  /** `http://127.0.0.1:PORT/netbox` */
  readonly baseUrl: string;
  /** What the change log says of the request. */
  readonly request: { readonly id: string; readonly user: Row };
}

/** Where a value comes from or goes to. */
export interface Place extends Context {
  readonly kind: Kind;
}

/** An object and where it is. */
export interface Target {
  readonly row: Row;
  readonly kind: Kind;
}

/** One field of a kind: how it is written and how it is answered. */
export interface Field {
  /** Stored when a new object does not name the field. */
  readonly initial: unknown;
  /** Makes what is stored then, where it is not the same for every object. */
  readonly generate?: (place: Place) => unknown;
  readonly isRequired?: true;
  /** Not written: a value sent for it is dropped in silence, as NetBox does. */
  readonly isReadOnly?: true;
  /** Stored and never answered. */
  readonly isHidden?: true;
  /** The values that it takes, where they are a closed set. */
  readonly choices?: readonly string[];
  /** Turns what was sent into what is stored; throws a `FieldRefusal`. */
  readonly parse?: (sent: unknown, place: Place, before: unknown) => unknown;
  /** Turns what is stored into what is answered. */
  readonly render?: (stored: unknown, place: Place, row: Row) => unknown;
  /** Turns what is stored into what the change log holds. */
  readonly log?: (stored: unknown, place: Place) => unknown;
  readonly pointer?: Pointer;
}

/** How a field holds on to the objects that it points to. */
export interface Pointer {
  readonly pointsTo: (stored: unknown, target: Target, values: Row["values"]) => boolean;
  /** What becomes of the object that points when the other is deleted. */
  readonly onDelete: (target: Target) => OnDelete;
  /** The value without the object that is gone; for `clear` only. */
  readonly clear?: (stored: unknown, target: Target) => unknown;
}

/** It protects the other, goes with it, lets go of it (with or without a log), or nobody knows. */
export type OnDelete = "protect" | "cascade" | "clear" | "clear-unlogged" | "unknown";

/** Keeps the rows that fit the wanted values of one query parameter. */
export type Filter = (wanted: readonly string[], place: Place) => (row: Row) => boolean;
export type Filters = Readonly<Record<string, Filter>>;

/** Everything that the stand-in knows about one kind of object. */
export interface Kind {
  /** `dcim/sites/` */
  readonly path: string;
  /** Its pages in the user interface, where they are not below the same path. */
  readonly pages?: string;
  /** `dcim.site` */
  readonly objectType: string;
  /** Django's name for it, as 404 answers have it: `DeviceType`. */
  readonly model: string;
  /** The word with which NetBox speaks of it. */
  readonly noun: Text;
  readonly fields: Readonly<Record<string, Field>>;
  /** The fields of its brief form; without, it has none. */
  readonly brief?: readonly string[];
  readonly display: (row: Row) => string | Text;
  /** What NetBox orders it by when nobody asks: lists, and the answer of a bulk PATCH. */
  readonly order: (row: Row) => readonly (string | number)[];
  /** What it can be filtered by besides id, times, tags and custom fields. */
  readonly filters: Filters;
  /** Fields with a unique index, and NetBox's words for them. */
  readonly unique?: Readonly<Record<string, Text>>;
  /** Fields with a unique index together. */
  readonly uniqueTogether?: readonly (readonly string[])[];
  /** Rules over the object as a whole, checked once its fields are fine; throws a `Refusal`. */
  readonly check?: (row: Checked, place: Place) => void;
  /** What NetBox fills in by itself once everything is fine. */
  readonly complete?: (values: Row["values"], place: Place) => Row["values"];
  /** What else is to be done when one is stored, or gone. */
  readonly afterWrite?: (row: Row, place: Place) => void;
  readonly afterDelete?: (row: Row, place: Place) => void;
  /** Devices are made one by one, so that only the first bad one is reported. */
  readonly isMadeOneByOne?: true;
  /** Written by NetBox alone. */
  readonly isReadOnly?: true;
  /** Not in the change log. */
  readonly isUnlogged?: true;
  /** The times that it answers. Both by default. */
  readonly times?: readonly ("created" | "last_updated")[];
}

/** An object that is about to be stored; a new one has no id. */
export type Checked = Pick<Row, "values"> & { readonly id?: number };
