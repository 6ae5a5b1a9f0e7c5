// Makes src/generated/body-table.ts: which fields POST and PATCH take on each list of NetBox's API,
// in each version that we know.
//   node packages/netbox-client/scripts/make-body-table.ts 4.5=openapi-4.5.2.json.gz 4.7=…
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  listPaths,
  nameOf,
  readDocuments,
  requestSchema,
  resolveSchema,
  type Schema,
} from "./open-api.ts";

/** What many kinds have: a row names the first of them that fits by its number. */
const tagged = ["changelog_message", "custom_fields", "tags"];
const owned = [...tagged, "description", "owner"];
const primary = [...owned, "comments"];
const tagOrders = ["add_tags", "remove_tags"];
const fieldSets = [primary, owned, tagged].flatMap((fields) => [[...fields, ...tagOrders], fields]);

/** Lists whose changes NetBox logs without a message of the client's, or not at all. */
const withoutMessage =
  /^(?:users\/.+|extras\/(?:bookmarks|image-attachments|notifications|scripts\/upload|subscriptions|table-configs)\/)$/;

/** A list whose request takes an object with these properties. */
interface Body {
  readonly version: string;
  readonly path: string;
  readonly properties: Readonly<Record<string, Schema>>;
}

const output = join(import.meta.dirname, "..", "src", "generated", "body-table.ts");
const versions = readDocuments(process.argv.slice(2)).map(([version, document]) => {
  const rows = listPaths(document).flatMap(([path, { post }]) => {
    const schema = requestSchema(post);
    const { properties } = schema ? resolveSchema(document, schema) : {};
    return properties ? [renderRow({ version, path, properties })] : [];
  });
  return `  ${JSON.stringify(version)}: {\n${rows.join("")}  },\n`;
});
writeFileSync(output, renderTable());

function renderRow(body: Body): string {
  const fields = [...Object.keys(body.properties), ...unlisted(body)];
  const set = fieldSets.findIndex((names) => names.every((name) => fields.includes(name)));
  const others = fields.filter((name) => !fieldSets[set]?.includes(name)).toSorted();
  const row = set === -1 ? others : [String(set), ...others];
  return `    ${JSON.stringify(body.path)}: ${JSON.stringify(row.join(","))},\n`;
}

/** What NetBox takes although its documents leave it out; recorded, and in its serializers. */
function unlisted({ version, path, properties }: Body): readonly string[] {
  const isTaggable = nameOf(properties["tags"]?.items?.$ref ?? "") === "NestedTagRequest";
  const hasTagOrders = Number(version.split(".")[1]) >= 6;
  return [
    ...(withoutMessage.test(path) ? [] : ["changelog_message"]),
    ...(path.startsWith("users/tokens/") ? ["allowed_ips"] : []),
    ...(isTaggable && hasTagOrders ? tagOrders : []),
  ];
}

function renderTable(): string {
  return `// Made by scripts/make-body-table.ts from NetBox's own OpenAPI documents. Not to be edited.

/** Fields that many kinds have. */
export const fieldSets: readonly string[] = ${JSON.stringify(fieldSets.map(String), undefined, 2)};

/** Version, path, then the fields of a body; a number stands for one of the sets: \`0,name,slug\`. */
export const bodyTable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${versions.join("")}};
`;
}
