import type { Json } from "@multipass-netbox/core";
import type { KindName } from "./kind-name.ts";

/** An object as NetBox answers it, or the brief form in which another object holds it. */
export type NetBoxObject = Readonly<Record<string, unknown>>;

/** Gives the database id of an object by its natural key; throws when there is none yet. */
export type ResolveId = (kind: KindName, key: string) => number;

/**
 * How one field goes between a plan and NetBox. In a plan a field is plain data and points to
 * other objects by natural key; in NetBox it may be a choice, a nested object or two fields.
 */
export interface FieldCodec {
  /** The value in NetBox in the words of a plan; null where there is none. */
  readonly read: (object: NetBoxObject) => Json;
  /** The part of a request body that sets the value. */
  readonly write: (value: Json, resolveId: ResolveId) => NetBoxObject;
  /** The kind of object whose natural key the value is. */
  readonly references?: KindName;
  /**
   * What is wanted where there is something already, for a field that is only ever added to.
   * Without it the desired value replaces the other.
   */
  readonly merge?: (actual: Json, desired: Json) => Json;
  /** Set by an update of its own once what it points to exists. */
  readonly isDeferred?: true;
}
