import { styleText } from "node:util";
import { cleanJson } from "./clean-text.ts";
import { type Line, renderLine, type Style } from "./render-line.ts";

/**
 * Where a command writes, and how. Names that somebody gave and what a server says are text and
 * nothing else: they can't move the cursor, and in JSON they stand as they are, escaped.
 */
export interface Terminal {
  /** Results as data on stdout, errors as data on stderr. */
  readonly json: boolean;
  /** Stacks of errors, and every request in the log. */
  readonly verbose: boolean;
  /** Whether a person can be asked and shown progress. */
  readonly isInteractive: boolean;
  /** What the process will exit with when nothing is thrown. */
  exitCode: number;
  /** A line of the result, to stdout. */
  print(line: Line): void;
  /** A line about what is going on, to stderr. */
  note(line: Line): void;
}

/** Reads the few options that matter before the command line is parsed, so that its errors obey them. */
export function openTerminal(argv: readonly string[]): Terminal {
  if (argv.includes("--no-color")) {
    // The spinner's library reads no option of ours.
    process.env["NO_COLOR"] = "1";
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", ignoreClosedPipe);
  }
  const json = argv.includes("--json");
  const render = json ? renderData : (line: Line): string => renderLine(line, paint);
  return {
    json,
    verbose: argv.includes("--verbose"),
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    exitCode: 0,
    print: (line) => {
      process.stdout.write(`${render(line)}\n`);
    },
    note: (line) => {
      process.stderr.write(`${render(line)}\n`);
    },
  };
}

function renderData(line: Line): string {
  return typeof line === "string" ? cleanJson(line) : renderLine(line);
}

// In a style where both streams show colours. styleText itself minds NO_COLOR and streams that are
// no terminal.
function paint(style: Style, text: string): string {
  return process.stderr.isTTY ? styleText(style, text, { stream: process.stdout }) : text;
}

// `seed --yes | head` must not end the process in the middle of a request.
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    throw error;
  }
}
