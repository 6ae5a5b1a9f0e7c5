// Makes src/generated/filter-table.ts: which query parameters each list of NetBox's API takes, in
// each version that we know. From OpenAPI documents as NetBox's /api/schema/?format=json gives them:
//   node packages/netbox-client/scripts/make-filter-table.ts 4.5=openapi-4.5.2.json.gz 4.7=…
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

interface OpenApi {
  readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

/** Path to base name to its lookups, joined: `{"tenancy/tenants/": {name: "|empty|ic"}}`. */
type Filters = Readonly<Record<string, Readonly<Record<string, string>>>>;

const output = join(import.meta.dirname, "..", "src", "generated", "filter-table.ts");
const documents = process.argv.slice(2).map((argument) => {
  const [version = "", file = ""] = argument.split("=");
  const text = readFileSync(file);
  const json = file.endsWith(".gz") ? gunzipSync(text) : text;
  return [version, readFilters(JSON.parse(json.toString()) as OpenApi)] as const;
});
const lookups = [...new Set(documents.flatMap(([, filters]) => listLookups(filters)))].toSorted();
writeFileSync(output, renderTable());

function readFilters({ paths }: OpenApi): Filters {
  const lists = Object.entries(paths).flatMap(([path, { get }]) => {
    const match = /\/api\/(?<below>[^{]+\/)$/.exec(path);
    const names = (get?.parameters ?? []).filter((one) => one.in === "query");
    return match?.groups && names.length > 0
      ? [[match.groups["below"] ?? "", groupLookups(names.map(({ name }) => name))] as const]
      : [];
  });
  return Object.fromEntries(lists.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function groupLookups(names: readonly string[]): Readonly<Record<string, string>> {
  const groups = Map.groupBy(names, (name) => name.split("__")[0] ?? "");
  return Object.fromEntries(
    [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([base, all]) => [
        base,
        all
          .map((name) => name.slice(base.length).replace(/^__/, ""))
          .toSorted()
          .join("|"),
      ]),
  );
}

function listLookups(filters: Filters): readonly string[] {
  return Object.values(filters).flatMap((bases) => Object.values(bases));
}

function renderTable(): string {
  const versions = documents.map(([version, filters]) => {
    const paths = Object.entries(filters).map(
      ([path, bases]) => `    ${JSON.stringify(path)}: ${JSON.stringify(renderBases(bases))},\n`,
    );
    return `  ${JSON.stringify(version)}: {\n${paths.join("")}  },\n`;
  });
  return `// Made by scripts/make-filter-table.ts from NetBox's own OpenAPI documents. Not to be edited.

/** The sets of lookups that a filter can have; \`""\` is the bare name. */
export const lookupSets: readonly string[] = ${JSON.stringify(lookups, undefined, 2)};

/** Version, path, then for each set of lookups the names that have it: \`0 id,name 1 q\`. */
export const filterTable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${versions.join("")}};
`;
}

function renderBases(bases: Readonly<Record<string, string>>): string {
  const bySet = Map.groupBy(Object.keys(bases), (base) => lookups.indexOf(bases[base] ?? ""));
  return [...bySet]
    .toSorted(([a], [b]) => a - b)
    .map(([set, names]) => `${set} ${names.join(",")}`)
    .join(" ");
}
