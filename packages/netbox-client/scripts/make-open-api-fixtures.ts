// Makes packages/testkit/fixtures/openapi/<version>.json.gz: what NetBox's own documents say about
// the kinds that src/resources.ts knows, and nothing else.
//   node packages/netbox-client/scripts/make-open-api-fixtures.ts 4.5.2=openapi.json.gz 4.7.3=…
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { resources } from "../src/resources.ts";
import { nameOf, type OpenApi, readDocuments } from "./open-api.ts";

const prose = new Set(["description", "title", "pattern", "x-spec-enum-id"]);
const folder = join(import.meta.dirname, "..", "..", "testkit", "fixtures", "openapi");
mkdirSync(folder, { recursive: true });
for (const [version, document] of readDocuments(process.argv.slice(2))) {
  const json = JSON.stringify(cutDocument(document));
  writeFileSync(join(folder, `${version}.json.gz`), gzipSync(json, { level: 9 }));
}

function cutDocument(document: OpenApi): OpenApi {
  const kept = Object.values(resources).flatMap(({ path }) => [path, `${path}{id}/`]);
  const paths = Object.entries(document.paths)
    .filter(([path]) => kept.some((one) => path.endsWith(`/api/${one}`)))
    .map(([path, { get, post }]) => [path, withoutParameters({ get, post })]);
  const cut = withoutProse(Object.fromEntries(paths)) as OpenApi["paths"];
  return { paths: cut, components: { schemas: collectSchemas(document, cut) } };
}

function withoutParameters(operations: object): object {
  const entries = Object.entries(operations) as [string, object | undefined][];
  return Object.fromEntries(
    entries.map(([method, operation]) => [method, operation && { ...operation, parameters: [] }]),
  );
}

/** The schemas that something refers to, and those that they refer to. */
function collectSchemas(document: OpenApi, root: unknown): OpenApi["components"]["schemas"] {
  const found = new Map<string, OpenApi["components"]["schemas"][string]>();
  const open = [root];
  while (open.length > 0) {
    for (const [, reference = ""] of JSON.stringify(open.pop()).matchAll(/"\$ref":"([^"]+)"/g)) {
      const name = nameOf(reference);
      const schema = document.components.schemas[name];
      if (schema && !found.has(name)) {
        found.set(name, withoutProse(schema) as typeof schema);
        open.push(schema);
      }
    }
  }
  return Object.fromEntries(found);
}

/**
 * Descriptions and long lists of choices make most of a document; of choices, empty ones stay. A
 * field that is called `description` is an object and stays as well.
 */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutProse);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value)
    .filter(([key, inner]) => !prose.has(key) || typeof inner === "object")
    .map(([key, inner]) => [key, key === "enum" ? keepBlank(inner) : withoutProse(inner)]);
  return Object.fromEntries(entries);
}

function keepBlank(choices: unknown): unknown {
  return Array.isArray(choices) ? choices.filter((one) => one === "" || one === null) : choices;
}
