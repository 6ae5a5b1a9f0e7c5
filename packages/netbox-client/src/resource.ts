import type * as z from "zod";
import type { Behaviours } from "./behaviours.ts";
import type { JsonObject } from "./json-object.ts";

/** A kind of object in NetBox's API: where it lives, what is read of it, what may be written. */
export interface Resource<Read, Write> {
  /** Below `/api/`, with its trailing slash: `ipam/ip-addresses/`. */
  readonly path: string;
  /** Parses one object of an answer; unknown fields pass through. */
  readonly read: z.ZodType<Read>;
  /** Checks one body before it is sent; unknown fields are refused. */
  readonly create: z.ZodType<Write>;
  /** The same for a change, where every field may be absent. */
  readonly update: z.ZodType<Partial<Write>>;
  /** Puts a body into the words of this NetBox, where versions differ. */
  readonly encode: (body: Partial<Write>, behaviours: Behaviours) => JsonObject;
  /** Puts an answered object into the words of {@link Resource.read}, where versions differ. */
  readonly decode: (object: JsonObject) => JsonObject;
}

/** What makes a {@link Resource}: one schema for reading, one for writing. */
export interface ResourceDefinition<Read, Shape extends z.ZodRawShape> {
  readonly path: string;
  readonly read: z.ZodType<Read>;
  readonly write: z.ZodObject<Shape, z.core.$strict>;
  readonly encode?: Resource<Read, z.output<z.ZodObject<Shape, z.core.$strict>>>["encode"];
  readonly decode?: Resource<Read, unknown>["decode"];
}

/** Makes a resource; without `encode` and `decode` its words are the same in every version. */
export function defineResource<Read, Shape extends z.ZodRawShape>(
  definition: ResourceDefinition<Read, Shape>,
): Resource<Read, z.output<z.ZodObject<Shape, z.core.$strict>>> {
  const { path, read, write, encode = (body) => body, decode = (object) => object } = definition;
  type Write = z.output<typeof write>;
  return {
    path,
    read,
    create: write,
    update: write.partial() as unknown as z.ZodType<Partial<Write>>,
    encode,
    decode,
  };
}
