import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Where a command writes, and how. */
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
  print(line: string): void;
  /** A line about what is going on, to stderr. */
  note(line: string): void;
  /** The text in a style where both streams show colours. */
  style(style: Style, text: string): string;
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
  return {
    json: argv.includes("--json"),
    verbose: argv.includes("--verbose"),
    isInteractive: process.stdin.isTTY && process.stderr.isTTY,
    exitCode: 0,
    print: (line) => {
      process.stdout.write(`${line}\n`);
    },
    note: (line) => {
      process.stderr.write(`${line}\n`);
    },
    // styleText itself minds NO_COLOR and streams that are no terminal.
    style: (style, text) =>
      process.stderr.isTTY ? styleText(style, text, { stream: process.stdout }) : text,
  };
}

// `seed --yes | head` must not end the process in the middle of a request.
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") {
    throw error;
  }
}
