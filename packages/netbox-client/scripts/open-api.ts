// Reads OpenAPI documents as NetBox's /api/schema/?format=json gives them, gzipped or not.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface OpenApi {
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
}

interface PathItem {
  readonly get?: Operation;
  readonly post?: Operation;
  readonly patch?: Operation;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** Reads `4.5=openapi-4.5.2.json.gz 4.7=…` to pairs of a version and its document. */
export function readDocuments(args: readonly string[]): readonly (readonly [string, OpenApi])[] {
  return args.map((argument) => {
    const [version = "", file = ""] = argument.split("=");
    const bytes = readFileSync(file);
    const json = file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    return [version, JSON.parse(json.toString()) as OpenApi] as const;
  });
}

/** The lists of the API by their paths below `/api/`, in order. */
export function listPaths({ paths }: OpenApi): readonly (readonly [string, PathItem])[] {
  return Object.entries(paths)
    .flatMap(([path, item]) => {
      const below = /\/api\/(?<below>[^{]+\/)$/.exec(path)?.groups?.["below"];
      return below === undefined ? [] : [[below, item] as const];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The schema of the JSON that a request takes; undefined where it takes none. */
export function requestSchema(operation: Operation | undefined): Schema | undefined {
  return operation?.requestBody?.content["application/json"]?.schema;
}

/** The object that a schema speaks of: what it refers to, the first of its alternatives. */
export function resolveSchema(document: OpenApi, schema: Schema): Schema {
  const { $ref, oneOf, allOf } = schema;
  const next = $ref ? document.components.schemas[nameOf($ref)] : (oneOf?.[0] ?? allOf?.[0]);
  return next ? resolveSchema(document, next) : schema;
}

/** `#/components/schemas/Site` to `Site`. */
export function nameOf(reference: string): string {
  return reference.split("/").at(-1) ?? "";
}
