// Makes src/generated/interface-types.ts: the types of interfaces that NetBox knows, from its own
// OpenAPI document (/api/schema/?format=json), newest version first:
//   node packages/seeder/scripts/make-interface-types.ts openapi-4.7.3.json.gz
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

interface OpenApi {
  readonly components: {
    readonly schemas: {
      readonly WritableInterfaceRequest: {
        readonly properties: { readonly type: { readonly enum: readonly string[] } };
      };
    };
  };
}

const [file = ""] = process.argv.slice(2);
const { components } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as OpenApi;
const types = components.schemas.WritableInterfaceRequest.properties.type.enum;
const output = join(import.meta.dirname, "..", "src", "generated", "interface-types.ts");
writeFileSync(
  output,
  `// Made by scripts/make-interface-types.ts from NetBox's own OpenAPI document. Not to be edited.

/** The types of interfaces that the newest NetBox knows; older ones know some fewer. */
export const interfaceTypes: readonly string[] = ${JSON.stringify(types.toSorted(), undefined, 2)};
`,
);
