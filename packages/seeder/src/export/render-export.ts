import { Document, isScalar, isSeq, type Scalar, visit } from "yaml";
import type { SeedText } from "../build-seed.ts";
import type { SeedEntry } from "../seed-kind.ts";
import { describeOmission, type Omission } from "./omission.ts";

/** A list of entries under its name in seed files. */
export interface ExportSection {
  readonly collection: string;
  /** Entries, or for `allow` the names of rules. */
  readonly list: readonly (SeedEntry | string)[];
  readonly leftOut: readonly Omission[];
}

/** Files of one section each, and the same as one document. Pure. */
export function renderExport(
  sections: readonly ExportSection[],
  source: string,
): { readonly files: readonly SeedText[]; readonly document: string } {
  const head = `# Made by \`multipass-netbox seed export\` from ${source}; no secrets are in it.\n`;
  const bodies = sections.map(renderSection);
  return {
    files: sections.map(({ collection }, index) => ({
      name: `${collection}.yaml`,
      text: `${head}${bodies[index]}`,
    })),
    document: [head, ...bodies].join("\n"),
  };
}

function renderSection({ collection, list, leftOut }: ExportSection): string {
  const lines = leftOut.map((one) => `#   ${escapeControls(describeOmission(one))}\n`);
  const remark = lines.length === 0 ? "" : `# Left out:\n${lines.join("")}`;
  return `${remark}${renderYaml({ [collection]: list })}`;
}

function renderYaml(data: unknown): string {
  const document = new Document(data, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar: (_key, node) => quoteIfOdd(node),
    Seq: (_key, node, path) => {
      if (isSeq(path.at(-1)) && node.items.every(isOneLine)) {
        node.flow = true;
      }
    },
  });
  return escapeControls(document.toString({ lineWidth: 0, flowCollectionPadding: false }));
}

// Would move the cursor or turn the text around where a file is shown. In entries it stands between
// double quotes, and in remarks an escape does no harm.
const control = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\t]]/v;

function escapeControls(text: string): string {
  return text.replaceAll(new RegExp(control, "gv"), (found) => {
    const code = (found.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}

function isOneLine(node: unknown): boolean {
  return isScalar(node) && !lineEnd.test(String(node.value));
}

const lineEnd = /[\n\r]/;
const plainBlock = /^\S[^\r\t\u0085\u2028\u2029\uFEFF]*\S$/u;

function quoteIfOdd(node: Scalar): void {
  const { value } = node;
  if (typeof value === "string" && (control.test(value) || isOddBlock(value))) {
    node.type = "QUOTE_DOUBLE";
  }
}

// As a block such a text would lose line ends or white space.
function isOddBlock(value: string): boolean {
  return lineEnd.test(value) && !plainBlock.test(value);
}
