import type { Terminal } from "../src/open-terminal.ts";
import { type Line, renderLine, type Style } from "../src/render-line.ts";

/** A terminal that remembers what went to stdout and stderr, styles written out: `<red>-</red>`. */
export interface RecordedTerminal extends Terminal {
  readonly printed: readonly string[];
  readonly noted: readonly string[];
}

/** Nobody sits at it. */
export function recordTerminal(...argv: readonly string[]): RecordedTerminal {
  const [printed, noted]: [string[], string[]] = [[], []];
  return {
    json: argv.includes("--json"),
    verbose: argv.includes("--verbose"),
    isInteractive: false,
    exitCode: 0,
    printed,
    noted,
    print: (line) => {
      printed.push(show(line));
    },
    note: (line) => {
      noted.push(show(line));
    },
  };
}

/** A line with its styles written out. */
export function show(line: Line): string {
  return renderLine(line, (style: Style, text) => `<${String(style)}>${text}</${String(style)}>`);
}
