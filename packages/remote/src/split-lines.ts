/** Takes text in pieces and gives its lines. */
export interface LineSplitter {
  add(text: string): void;
  /** Gives what is left behind the last line end, if anything. */
  end(): void;
}

// Longer ones come in pieces, so that a program that never ends its line does not fill the memory.
const maxLineLength = 1_048_576;

/** Calls `onLine` with each line, without its end. */
export function splitLines(onLine: (line: string) => void): LineSplitter {
  let rest = "";
  const end = (): void => {
    if (rest !== "") {
      onLine(rest);
    }
    rest = "";
  };
  return {
    add: (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      lines.forEach(onLine);
      if (rest.length > maxLineLength) {
        end();
      }
    },
    end,
  };
}
