import type { styleText } from "node:util";
import { cleanText } from "./clean-text.ts";

/** What {@link styleText} knows. */
export type Style = Parameters<typeof styleText>[0];

/** A part of a line that shows in a style. */
interface StyledText {
  readonly style: Style;
  readonly text: string;
}

/** A line, or its parts where one of them has a style. No text brings a style along. */
export type Line = string | readonly (string | StyledText)[];

/** The line as a terminal gets it; without `paint`, in no style. Pure. */
export function renderLine(
  line: Line,
  paint: (style: Style, text: string) => string = (_style, text) => text,
): string {
  return [line]
    .flat()
    .map((part: string | StyledText) =>
      typeof part === "string" ? cleanText(part) : paint(part.style, cleanText(part.text)),
    )
    .join("");
}
