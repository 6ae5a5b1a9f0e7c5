import { type Figure, judgeFigure, type Section, type Target } from "./figure.ts";
import { renderTable } from "./render-table.ts";

const head = ["what", "median", "lowest to highest", "per second", "ratio", "target", "met"];

/** A section as a heading and a table in Markdown, as oxfmt would format it. */
export function renderSection(section: Section): string {
  const rows = section.figures.map((figure) => renderRow(figure, section));
  const isUsed = (_: string, column: number): boolean => rows.some((row) => row[column] !== "");
  const table = renderTable(
    head.filter(isUsed),
    rows.map((row) => row.filter(isUsed)),
  );
  const { title, note } = section;
  return `### ${title}\n\n${table}${note === undefined ? "" : `\n\n${note}`}`;
}

function renderRow(figure: Figure, section: Section): readonly string[] {
  const { name, unit, samples, objects, targets = [] } = figure;
  const { value, ratio, isMet } = judgeFigure(figure, section);
  const range = [Math.min(...samples), Math.max(...samples)].map(round).join(" to ");
  return [
    name,
    `${round(value)} ${unit}`,
    samples.length === 1 ? "" : range,
    objects === undefined ? "" : round(objects / value),
    ratio === undefined ? "" : round(ratio),
    targets.map(describeTarget).join(", "),
    isMet === undefined ? "" : isMet ? "yes" : "**no**",
  ];
}

function describeTarget({ of, bound, limit }: Target): string {
  return `${of === "ratio" ? "ratio " : ""}${bound} ${limit}`;
}

/** Three digits that mean something; whole numbers stay whole. */
function round(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
