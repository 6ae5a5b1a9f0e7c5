import type { Fields, Operation } from "@multipass-netbox/core";
import type { KindName } from "./kind-name.ts";
import type { OtherFields } from "./other-fields.ts";

/** Makes an object. */
export interface CreateObject extends Operation {
  readonly action: "create";
  readonly kind: KindName;
  /** All fields it is made with, in the words of a plan. */
  readonly after: Fields;
  /** What else it is made with, where it is made again. */
  readonly rest?: OtherFields;
}

/** Changes the fields of an object that differ, and no others. */
export interface UpdateObject extends Operation {
  readonly action: "update";
  readonly kind: KindName;
  /** The fields that change, as they are. */
  readonly before: Fields;
  /** The same fields as they will be. */
  readonly after: Fields;
}

/** Deletes an object. */
export interface DeleteObject extends Operation {
  readonly action: "delete";
  readonly kind: KindName;
  /** All fields that the seeder knows of it, so that it can be made again. */
  readonly before: Fields;
  /** What else it holds, for the same reason. */
  readonly rest?: OtherFields;
}

/** What the plans of `seed`, `seed prune` and `seed undo` consist of. */
export type SeedOperation = CreateObject | UpdateObject | DeleteObject;
