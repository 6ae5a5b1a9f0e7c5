// Makes src/generated/filter-table.ts: which query parameters each list of NetBox's API takes, in
// each version that we know, and which of them take one value only.
//   node packages/netbox-client/scripts/make-filter-table.ts 4.5=openapi-4.5.2.json.gz 4.7=…
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { listPaths, type OpenApi, readDocuments, type Schema } from "./open-api.ts";

/** Path to base name to its lookups, joined: `{"tenancy/tenants/": {name: "|empty?|ic"}}`. */
type Filters = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A query parameter: `name__ic`. */
interface Filter {
  readonly base: string;
  /** With its mark: `ic`, `empty?`. */
  readonly lookup: string;
}

const output = join(import.meta.dirname, "..", "src", "generated", "filter-table.ts");
const documents = readDocuments(process.argv.slice(2)).map(
  ([version, document]) => [version, readFilters(document)] as const,
);
const lookups = [...new Set(documents.flatMap(([, filters]) => listLookups(filters)))].toSorted();
writeFileSync(output, renderTable());

function readFilters(document: OpenApi): Filters {
  const lists = listPaths(document).flatMap(([path, { get }]) => {
    const filters = (get?.parameters ?? []).filter((one) => one.in === "query");
    return filters.length > 0
      ? [[path, groupLookups(filters.map(({ name, schema }) => readFilter(name, schema)))] as const]
      : [];
  });
  return Object.fromEntries(lists);
}

function readFilter(name: string, { type }: Schema): Filter {
  const [base = "", ...rest] = name.split("__");
  const mark = type === "array" ? "" : type === "boolean" ? "?" : "=";
  return { base, lookup: rest.join("__") + mark };
}

function groupLookups(filters: readonly Filter[]): Readonly<Record<string, string>> {
  const groups = Map.groupBy(filters, ({ base }) => base);
  return Object.fromEntries(
    [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([base, all]) => [
        base,
        all
          .map(({ lookup }) => lookup)
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

/**
 * The sets of lookups that a filter can have; \`""\` is the bare name. A lookup takes several values,
 * one value if it ends in \`=\`, true or false if it ends in \`?\`.
 */
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
