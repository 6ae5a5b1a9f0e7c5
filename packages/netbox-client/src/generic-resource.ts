import * as z from "zod";
import type { Resource } from "./resource.ts";

const anyObject = z.looseObject({ id: z.int() });
const anyBody = z.record(z.string(), z.unknown());

/** An object of whatever kind: its id is known, the rest passes through. */
export type AnyObject = z.output<typeof anyObject>;

/** A body of whatever kind. */
export type AnyBody = z.output<typeof anyBody>;

/**
 * The resource at a path that has no types here: NetBox's other kinds, and those of plugins.
 * Filters and fields are still held to the recorded OpenAPI documents.
 */
export function createGenericResource(path: string): Resource<AnyObject, AnyBody> {
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
