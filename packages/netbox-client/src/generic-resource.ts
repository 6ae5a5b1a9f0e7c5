import { MultipassError } from "@multipass-netbox/core";
import * as z from "zod";
import type { Resource } from "./resource.ts";

const anyObject = z.looseObject({ id: z.int() });
const anyBody = z.record(z.string(), z.unknown());

/** An object of whatever kind: its id is known, the rest passes through. */
export type AnyObject = z.output<typeof anyObject>;

/** A body of whatever kind. */
export type AnyBody = z.output<typeof anyBody>;

const listPath = /^(?:[\w-]+\/){2,}$/;

/**
 * The resource at a path that has no types here: NetBox's other kinds, and those of plugins.
 * Filters and fields are still held to the recorded OpenAPI documents. Throws `USAGE` for what can't
 * be a path of a list.
 */
export function createGenericResource(path: string): Resource<AnyObject, AnyBody> {
  if (!listPath.test(path)) {
    throw new MultipassError("USAGE", `"${path}" is no path of a list`, {
      hint: "It stands below /api/ and ends with a slash: dcim/cables/",
    });
  }
  return {
    path,
    read: anyObject,
    readOnly: () => anyObject,
    create: anyBody,
    update: anyBody,
    writable: [],
    encode: (body) => body,
    decode: (object) => object,
  };
}
