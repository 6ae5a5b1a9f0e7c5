import type * as z from "zod";
import type { Behaviours } from "./behaviours.ts";
import type { JsonObject } from "./json-object.ts";

/** What is read of a kind of object in NetBox's API, and where it lives. */
export interface ReadResource<Read> {
  /** Below `/api/`, with its trailing slash: `ipam/ip-addresses/`. */
  readonly path: string;
  /** Parses one object of an answer; unknown fields pass through. */
  readonly read: z.ZodType<Read>;
  /** The same for an answer that holds only these fields (and the id). */
  readonly readOnly: (fields: readonly string[]) => z.ZodType<Read>;
  /** Names of the fields that are read; undefined where nothing is known of them. */
  readonly readable?: readonly string[];
  /** Puts an answered object into the words of {@link ReadResource.read}, where versions differ. */
  readonly decode: (object: JsonObject) => JsonObject;
  /** The fields to ask for instead of one that this version does not have. */
  readonly project?: (field: string, behaviours: Behaviours) => readonly string[];
}

/** A kind of object that can be read and written. */
export interface Resource<Read, Write> extends ReadResource<Read>, ResourceTraits {
  /** Checks one body before it is sent; unknown fields are refused. */
  readonly create: z.ZodType<Write>;
  /** The same for a change, where every field may be absent. */
  readonly update: z.ZodType<Partial<Write>>;
  /** Names of the fields that may be written. */
  readonly writable: readonly string[];
  /** Puts a body into the words of this NetBox, where versions differ. */
  readonly encode: (body: Partial<Write>, behaviours: Behaviours) => JsonObject;
}

/** What a kind is known to do, where it does not do what most kinds do. */
export interface ResourceTraits {
  /**
   * Fields that NetBox takes only once, each set together: `[["slug"], ["group", "name"]]`.
   * Twins within one request are refused before it is sent: NetBox 4.5 answers 500 to them.
   */
  readonly unique?: readonly (readonly string[])[];
  /** Bodies that NetBox may well take twice all the same: it decides itself. Default none. */
  readonly mayRepeat?: (body: JsonObject) => boolean;
  /** Fields that are written and never answered (passwords): the read-back leaves them out. */
  readonly writeOnly?: readonly string[];
  /** How many bulk requests at once NetBox carries out faster than one after the other. Default 1. */
  readonly writeConcurrency?: number;
}

/** What makes a {@link Resource}: one schema for reading, one for writing. */
export interface ResourceDefinition<
  ReadShape extends z.ZodRawShape,
  Shape extends z.ZodRawShape,
> extends ResourceTraits {
  readonly path: string;
  readonly read: z.ZodObject<ReadShape, z.core.$loose>;
  readonly write: z.ZodObject<Shape, z.core.$strict>;
  readonly encode?: Resource<unknown, z.output<z.ZodObject<Shape, z.core.$strict>>>["encode"];
  readonly decode?: ReadResource<unknown>["decode"];
  readonly project?: ReadResource<unknown>["project"] & {};
}

/** Makes a resource; without `encode` and `decode` its words are the same in every version. */
export function defineResource<ReadShape extends z.ZodRawShape, Shape extends z.ZodRawShape>(
  definition: ResourceDefinition<ReadShape, Shape>,
): Resource<
  z.output<z.ZodObject<ReadShape, z.core.$loose>>,
  z.output<z.ZodObject<Shape, z.core.$strict>>
> {
  const { read, write, encode = (body) => body, decode = (object) => object } = definition;
  type Read = z.output<typeof read>;
  type Write = z.output<typeof write>;
  return {
    ...definition,
    readOnly: (fields) => pickFields(read, fields) as unknown as z.ZodType<Read>,
    create: write,
    update: write.partial() as unknown as z.ZodType<Partial<Write>>,
    readable: Object.keys(read.shape),
    writable: Object.keys(write.shape),
    encode,
    decode,
  };
}

function pickFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape, z.core.$loose>,
  fields: readonly string[],
): z.ZodType {
  const known = Object.keys(schema.shape).filter((name) => fields.includes(name));
  const mask = Object.fromEntries(["id", ...known].map((name) => [name, true]));
  return schema.pick(mask as never);
}
