import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeFigure, type Section } from "./figure.ts";
import { renderSection } from "./render-section.ts";
import { replaceMarked } from "./replace-marked.ts";

/** What one part has measured. */
export interface PartResult {
  readonly conditions: string;
  readonly sections: readonly Section[];
}

const root = join(import.meta.dirname, "..", "..");
const resultsFile = join(root, "bench-results.json");
const page = join(root, "docs", "performance.md");

/** Writes what a part has measured into the results and the page; other parts stay as they are. */
export function writeResults(name: string, { conditions, sections }: PartResult): void {
  const judged = sections.map((section) => ({
    ...section,
    figures: section.figures.map((figure) => ({ ...figure, ...judgeFigure(figure, section) })),
  }));
  const results = { ...readResults(), [name]: { conditions, sections: judged } };
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  const tables = [...sections.map(renderSection), `Measured ${conditions}.`].join("\n\n");
  writeFileSync(page, replaceMarked(readFileSync(page, "utf8"), name, tables));
}

function readResults(): object {
  try {
    return JSON.parse(readFileSync(resultsFile, "utf8")) as object;
  } catch {
    return {};
  }
}
