import type { Fields, Operation } from "@multipass-netbox/core";
import type { KindName } from "./kind-name.ts";

/** Makes an object. */
export interface CreateObject extends Operation {
  readonly action: "create";
  readonly kind: KindName;
  /** All fields it is made with, in the words of a plan. */
  readonly after: Fields;
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

/** What a seed plan consists of. */
export type SeedOperation = CreateObject | UpdateObject;
