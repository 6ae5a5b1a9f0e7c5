import { type HostCommand, MultipassError } from "@multipass-netbox/core";
import { createBoundedText } from "./bounded-text.ts";
import { type MarkReader, readMarks } from "./read-marks.ts";
import { splitLines } from "./split-lines.ts";

/** One output of a command, read as it comes. */
export interface OutputReader {
  readonly marks: Omit<MarkReader, "add" | "end">;
  add(chunk: Uint8Array): void;
  end(): void;
  /** What the command wrote. */
  text(): string;
}

export interface OutputOptions {
  readonly stream: "stdout" | "stderr";
  readonly mark: string;
  /** Called when there is no use in reading on. */
  readonly stop: (reason: unknown) => void;
}

/** How much of an output is kept at least, in characters. */
const keptLength = 16_777_216;

/**
 * Reads an output. Of one that is longer than 32 million characters only the end is kept if somebody
 * gets its lines; otherwise that is an error, since half an output may look like a whole one.
 */
export function readOutput(
  { argv, onLine }: HostCommand,
  { stream, mark, stop }: OutputOptions,
): OutputReader {
  const kept = createBoundedText(keptLength);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const lines = splitLines((line) => {
    try {
      onLine?.(line, stream);
    } catch (error) {
      // Thrown on from here it would end this whole process.
      stop(error);
    }
  });
  const marks = readMarks(mark, (text) => {
    kept.add(text);
    lines.add(text);
    if (kept.isCut && onLine === undefined) {
      stop(buildTooMuch(argv[0], stream));
    }
  });
  return {
    marks,
    text: () => kept.toString(),
    add: (chunk) => marks.add(decoder.decode(chunk, { stream: true })),
    end: () => {
      marks.add(decoder.decode());
      marks.end();
      lines.end();
    },
  };
}

function buildTooMuch(program: string, stream: string): MultipassError {
  return new MultipassError(
    "REMOTE_COMMAND_FAILED",
    `${program} wrote more than ${2 * keptLength} characters to ${stream}; it was ended`,
  );
}
