// Tabs and ends of lines are harmless in text of several lines.
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Text, whoever wrote it, that can neither move the cursor nor change how a terminal shows what
 * stands around it. Pure.
 */
export function cleanText(text: string): string {
  return text.replaceAll(controls, (found) =>
    found === "\n" || found === "\t" ? found : "\u{FFFD}",
  );
}

/** The same of a text that is to stay on one line. Pure. */
export function cleanLine(text: string): string {
  return text.replaceAll(controls, "\u{FFFD}");
}

/** The same of JSON, which means the same afterwards. Pure. */
export function cleanJson(json: string): string {
  return json.replaceAll(controls, (found) => (found === "\n" ? found : escapeUnits(found)));
}

function escapeUnits(text: string): string {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    .map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`)
    .join("");
}
