import type { Json } from "@multipass-netbox/core";
import type { KindName } from "./kind-name.ts";

/** An object as NetBox answers it, or the brief form in which another object holds it. */
export type NetBoxObject = Readonly<Record<string, unknown>>;

/** Gives the database id of an object by its natural key; throws when there is none yet. */
type ResolveId = (kind: KindName, key: string) => number;

/** What a body is written with beyond the plan: plans hold neither ids nor secrets. */
export interface Resolvers {
  readonly idOf: ResolveId;
  /** The value behind `file:./secrets/x` or `env:NAME`. */
  readonly secretOf: (reference: string) => string;
}

/**
 * How one field goes between a seed file, a plan and NetBox. In a plan a field is plain data and
 * points to other objects by natural key; in NetBox it may be a choice, a nested object or two
 * fields.
 */
export interface FieldCodec {
  /** The fields of NetBox that {@link FieldCodec.read} looks at. */
  readonly names: readonly string[];
  /** The value in NetBox in the words of a plan; null where there is none. */
  readonly read: (object: NetBoxObject) => Json;
  /** The part of a request body that sets the value. */
  readonly write: (value: Json, resolvers: Resolvers) => NetBoxObject;
  /** The value of a seed file in the words of a plan, where they differ. */
  readonly fromEntry?: (value: unknown) => Json;
  /** The inverse; undefined where a seed file would say nothing. */
  readonly toEntry?: (value: Json) => unknown;
  /** The kind of object whose natural key the value is, or a list of such keys. */
  readonly references?: KindName;
  /**
   * What is wanted where there is something already, for a field that is only ever added to.
   * Without it the desired value replaces the other.
   */
  readonly merge?: (actual: Json, desired: Json) => Json;
  /** Set by an update of its own once what it points to exists. */
  readonly isDeferred?: true;
  /** In a plan only where the value is; never read, never compared, written when it is made. */
  readonly isSecret?: true;
  /** Where a result is put; nothing of NetBox, so neither read nor compared nor written. */
  readonly isOutput?: true;
}
