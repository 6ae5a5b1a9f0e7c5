import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { resources } from "../src/resources.ts";
import {
  type OpenApi,
  readDocuments,
  requestSchema,
  resolveSchema,
  type Schema,
} from "../scripts/open-api.ts";
import { jsonTypes, openApiTypes } from "./json-types.ts";

type ResourceName = keyof typeof resources;
type Fields = Readonly<Record<string, Schema>>;
type JsonSchema = z.core.JSONSchema.BaseSchema;
type Explained = Partial<Record<ResourceName, Readonly<Record<string, string>>>>;

// Cut by scripts/make-open-api-fixtures.ts from the documents of running servers.
const folder = new URL("../fixtures/openapi/", import.meta.resolve("@multipass-netbox/testkit"));
const documents = readDocuments(
  ["4.5.2", "4.7.3"].map((version) => `${version}=${fileURLToPath(folder)}${version}.json.gz`),
).map(([, document]) => document);
const names = Object.keys(resources) as readonly ResourceName[];

// In documents, and not written.
const omitted: Explained = {
  deviceTypes: {
    front_image: "a file: taken from forms, not from JSON",
    rear_image: "a file: taken from forms, not from JSON",
  },
  services: {
    protocol: "written as port_mappings in every version",
    ports: "written as port_mappings in every version",
  },
};
// Written, and in no document: recorded, and in NetBox's serializers.
const undocumented: Explained = { tokens: { allowed_ips: "052 on 4.5.2, 393 on 4.7.3" } };
const undocumentedEverywhere = new Set(["changelog_message", "add_tags", "remove_tags"]);
// Wanted, and optional in every document.
const wanted: Explained = {
  services: { port_mappings: "4.5 wants protocol and ports, 4.7 answers 400 without any" },
};
// Read and always there, and not in both documents.
const made: Explained = { services: { port_mappings: "made from protocol and ports on 4.5" } };

describe("the bodies of every kind", () => {
  it.each(names)("%s: have the fields of both documents, and no others", (name) => {
    const ours = resources[name].writable.filter((field) => !undocumentedEverywhere.has(field));
    const documented = documents.flatMap((document) => Object.keys(requestFields(document, name)));
    const theirs = new Set([...documented, ...Object.keys(undocumented[name] ?? {})]);

    expect(new Set(ours)).toEqual(theirs.difference(new Set(Object.keys(omitted[name] ?? {}))));
  });

  it.each(names)("%s: want what one of the documents wants", (name) => {
    const { shape } = resources[name].create as unknown as z.ZodObject;
    const ours = Object.keys(shape).filter((field) => !isOptional(shape[field]));
    const documented = documents.flatMap((document) => requestOf(document, name).required ?? []);
    const theirs = new Set([...documented, ...Object.keys(wanted[name] ?? {})]);

    expect(new Set(ours)).toEqual(theirs.difference(new Set(Object.keys(omitted[name] ?? {}))));
  });

  it.each(names)("%s: hold values of the types that a document names", (name) => {
    const wrong = Object.entries(schemasOf(resources[name].create)).flatMap(([field, schema]) => {
      const types = typesOf(field, (document) => requestFields(document, name));
      return [...listOthers(jsonTypes(schema), types)].map((type) => `${field}: ${type}`);
    });

    expect(wrong).toEqual([]);
  });
});

describe("what is read of every kind", () => {
  it.each(names)("%s: is in a document, and what must be there is in both", (name) => {
    const { shape } = resources[name].read as unknown as z.ZodObject;
    const [older, newer] = documents.map((document) => Object.keys(responseFields(document, name)));
    const others = new Set(Object.keys({ ...undocumented[name], ...made[name] }));
    const known = new Set([...(older ?? []), ...(newer ?? []), ...others]);
    const common = new Set(older).intersection(new Set(newer)).union(others);
    const must = Object.keys(shape).filter((field) => !isOptional(shape[field]));

    expect(Object.keys(shape).filter((field) => !known.has(field))).toEqual([]);
    expect(must.filter((field) => !common.has(field))).toEqual([]);
  });

  it.each(names)("%s: holds every field that can be written", (name) => {
    const { read, writable, writeOnly = [] } = resources[name] as (typeof resources)["users"];
    const { shape } = read as unknown as z.ZodObject;
    const unread = writable.filter(
      (field) => !(field in shape) && !undocumentedEverywhere.has(field),
    );

    expect(unread.filter((field) => !writeOnly.includes(field))).toEqual([]);
  });

  it.each(names)("%s: has room for the types that the documents name", (name) => {
    const wrong = Object.entries(schemasOf(resources[name].read)).flatMap(([field, schema]) => {
      const types = typesOf(field, (document) => responseFields(document, name));
      return [...listOthers(types, jsonTypes(schema))].map((type) => `${field}: ${type}`);
    });

    expect(wrong).toEqual([]);
  });

  it.each(names)("%s: expects of objects within it what they hold in both documents", (name) => {
    const wrong = Object.entries(schemasOf(resources[name].read)).flatMap(([field, schema]) =>
      documents.flatMap((document) => {
        const inner = responseFields(document, name)[field];
        return inner ? listUnmet(innerObject(schema), { document, schema: inner }, field) : [];
      }),
    );

    expect(wrong).toEqual([]);
  });
});

/** The object that a field is, or that it lists. */
function innerObject({ anyOf, items, ...schema }: JsonSchema): JsonSchema {
  const inner = anyOf?.find(({ type }) => type === "object" || type === "array") ?? items;
  return inner ? innerObject(inner as JsonSchema) : schema;
}

function listUnmet(
  { properties = {}, required = [] }: JsonSchema,
  { document, schema }: { readonly document: OpenApi; readonly schema: Schema },
  field: string,
): readonly string[] {
  const { properties: theirs } = resolveSchema(document, schema.items ?? schema);
  const isUnmet = (name: string): boolean => {
    // An empty choice is answered as null instead of an object with an empty value.
    const types = theirs?.[name] && new Set([...openApiTypes(document, theirs[name]), "null"]);
    const ours = new Set([...jsonTypes(properties[name] as JsonSchema), "null"]);
    return !types || listOthers(types, ours).length > 0;
  };
  return theirs ? required.filter(isUnmet).map((name) => `${field}.${name}`) : [];
}

/** What the documents together say of a field; anything goes where they do not know it. */
function typesOf(field: string, fieldsOf: (document: OpenApi) => Fields): ReadonlySet<string> {
  const types = documents.flatMap((document) => {
    const schema = fieldsOf(document)[field];
    return schema ? [...openApiTypes(document, schema)] : [];
  });
  return new Set(types.length > 0 ? types : ["any"]);
}

/** The types that are none of the expected ones; a document without types expects everything. */
function listOthers(types: ReadonlySet<string>, expected: ReadonlySet<string>): readonly string[] {
  const isOpen = [...types, ...expected].some((type) => type.includes("any"));
  // An id or attributes point to an object; the documents often name one of the two alone.
  const pairs = [
    ["integer", "object"],
    ["[integer]", "[object]"],
  ].filter((pair) => pair.every((type) => types.has(type)));
  const isReference = (type: string): boolean =>
    pairs.some((pair) => pair.includes(type) && pair.some((one) => expected.has(one)));
  return isOpen ? [] : [...types.difference(expected)].filter((type) => !isReference(type));
}

function requestOf(document: OpenApi, name: ResourceName): Schema {
  const schema = requestSchema(pathItem(document, resources[name].path)?.post);
  return schema ? resolveSchema(document, schema) : {};
}

function requestFields(document: OpenApi, name: ResourceName): Fields {
  return requestOf(document, name).properties ?? {};
}

function responseFields(document: OpenApi, name: ResourceName): Fields {
  const operation = pathItem(document, `${resources[name].path}{id}/`)?.get;
  const schema = operation?.responses?.["200"]?.content?.["application/json"]?.schema;
  return (schema && resolveSchema(document, schema).properties) ?? {};
}

function pathItem({ paths }: OpenApi, below: string): OpenApi["paths"][string] | undefined {
  return Object.entries(paths).find(([path]) => path.endsWith(`/api/${below}`))?.[1];
}

function schemasOf(schema: unknown): Readonly<Record<string, JsonSchema>> {
  const json = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" });
  return (json.properties ?? {}) as Readonly<Record<string, JsonSchema>>;
}

function isOptional(schema: unknown): boolean {
  return (schema as z.ZodType).safeParse(undefined).success;
}
